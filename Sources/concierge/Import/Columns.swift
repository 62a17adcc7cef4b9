import ConciergeCore
import Gateway

/// The columns that a table may have: a misspelt one is said once, at the header, not at each line.
struct Columns {
    private var known: [String]
    private var required: [String]
    /// What the names of further columns begin with; with an empty one any other column is taken.
    private var others: String?

    static let ofProducts = Columns(
        known: ProductImport.required, required: ProductImport.required, others: "")

    static let ofAnswers = Columns(
        known: ["question", "answer", "id", "questions", "topic"], required: ["question", "answer"])

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

extension Columns {
    init(of kind: ImportKind) {
        self.init(known: kind.fields, required: kind.requiredFields)
        guard case .customers = kind else { return }
        // A cell holds no map: each attribute is a column of its own.
        known.removeAll { $0 == "attributes" }
        others = "attributes."
    }
}
