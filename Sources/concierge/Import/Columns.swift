import ConciergeCore
import Gateway

/// The columns that a table may have: a misspelt one is said once, at the header, not at each line.
struct Columns {
    private let known: [String]
    private let required: [String]
    /// What the names of further columns begin with; with an empty one any other column is taken.
    private let others: String?

    init(of kind: Import.Kind) {
        switch ImportKind(rawValue: kind.rawValue) {
        case .customers?:
            known = ImportKind.customers.fields.filter { $0 != "attributes" }
            (required, others) = (ImportKind.customers.requiredFields, "attributes.")
        case let other?: (known, required, others) = (other.fields, other.requiredFields, nil)
        case nil: (known, required, others) = (ProductImport.required, ProductImport.required, "")
        }
    }

    /// Everything that is wrong with a header.
    func faults(in header: [String]) -> [String] {
        let unknown = header.filter { name in
            !known.contains(name) && others.map { !name.hasPrefix($0) || name == $0 } ?? true
        }
        let missing = required.filter { !header.contains($0) }
        let meant = Set(unknown.compactMap { Spelling.nearest($0, in: known) })
        return unknown.map { "unknown column '\($0)'; \(Spelling.mend($0, known: known, otherwise: all))" }
            + missing.filter { !meant.contains($0) }.map { name in
                let near = Spelling.nearest(name, in: header.filter { !known.contains($0) })
                let mend = near.map { "rename '\($0)', if that is it" } ?? "every line needs one"
                return "no column '\(name)'; \(mend)"
            }
    }

    private var all: String {
        "known are \(Spelling.listed(known))" + (others.map { ", and '\($0)X'" } ?? "")
    }
}
