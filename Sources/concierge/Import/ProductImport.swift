import ConciergeCore
import Unix

/// Products are knowledge: they become a file that an admin can read and change.
struct ProductImport {
    static let mark = "# Written by 'concierge import products'; the next import writes it anew."
    static let required = ["id", "name"]
    private static let numbers: Set<String> = ["price", "stock", "lead_time_days"]
    private static let lists: Set<String> = ["aliases", "related_products", "industries"]

    let place: Workplace

    func take(_ rows: [Row]) throws -> ImportOutcome {
        let target = Files.join(place.folder, "knowledge/products.yaml")
        if Files.exists(target), try !Files.text(target).hasPrefix(Self.mark) {
            throw Failure("\(target): written by hand, so it is left alone; move it away, then import again")
        }
        var outcome = ImportOutcome()
        var products: [(id: String, line: String)] = []
        for row in rows {
            do {
                let product = try product(try row.content.get())
                products.removeAll { $0.id == product["id"]?.text }
                products.append((product["id"]?.text ?? "", "  - " + JSON.text(.map(product))))
                outcome.taken += 1
            } catch {
                outcome.refused.append(.init(line: row.line, reason: "\(error)"))
            }
        }
        // JSON is YAML: one product a line is what people read and compare best.
        let lines = [Self.mark, "products:"] + products.map(\.line)
        try Files.makeFolders(Files.folder(of: target))
        try Files.replace(target, with: lines.joined(separator: "\n") + "\n")
        return outcome
    }

    private func product(_ row: [String: Value]) throws(RowError) -> [String: Value] {
        for name in Self.required where (row[name]?.text ?? "").isEmpty {
            throw RowError("no '\(name)'; every product needs one")
        }
        var product = row
        for (name, value) in row {
            guard let text = value.text else { continue }
            if Self.numbers.contains(name) {
                guard let number = Double(text), number.isFinite else {
                    throw RowError("\(name) '\(text)' is not a number; write digits with a point")
                }
                product[name] = Int64(exactly: number).map(Value.int) ?? .double(number)
            } else if Self.lists.contains(name) {
                product[name] = .list(text.split(separator: ";").map { .text($0.trimmed) })
            } else if name == "on_sale" {
                guard let flag = Bool(text.lowercased()) else {
                    throw RowError("on_sale '\(text)' is neither true nor false; write one of them")
                }
                product[name] = .bool(flag)
            }
        }
        return product
    }
}
