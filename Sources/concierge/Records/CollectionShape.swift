import ConciergeCore

/// What a collection declares, as a command shows its documents by.
struct CollectionShape {
    let name: String
    let stateField: String?
    private let initial: String
    private let transitions: [String: [String]]
    let fields: Set<String>
    private let indexed: Set<String>

    init?(_ value: Value) {
        guard let name = value["name"]?.text else { return nil }
        self.name = name
        let states = value["states"]
        stateField = states?["field"]?.text
        initial = states?["initial"]?.text ?? ""
        transitions = (states?["transitions"]?.map ?? [:]).mapValues { ($0.list ?? []).compactMap(\.text) }
        let fields = value["fields"]?.map ?? [:]
        self.fields = Set(fields.keys)
        indexed = Set(fields.filter { $1["indexed"]?.bool == true }.keys)
    }

    init(_ name: String, of host: HostClient) throws {
        let all = try host.demand("GET", "/v1/collections")["items"]?.list ?? []
        guard let shape = all.compactMap(CollectionShape.init).first(where: { $0.name == name }) else {
            let known = all.compactMap { $0["name"]?.text }
            throw Failure(
                "no collection '\(name)'; "
                    + Spelling.mend(
                        name, known: known, otherwise: "'concierge documents' lists what there is"))
        }
        self = shape
    }

    /// From the first on, each behind what leads to it.
    var statesInOrder: [String] {
        var order = initial.isEmpty ? [] : [initial]
        var next = 0
        while next < order.count {
            order += (transitions[order[next]] ?? []).filter { !order.contains($0) }
            next += 1
        }
        return order + transitions.keys.filter { !order.contains($0) }.sorted()
    }

    /// Nothing is ever in a state that is none: a typing error would read like an empty list.
    func checkState(in filter: String) throws(Misuse) {
        guard let stateField, filter.hasPrefix(stateField + "=") else { return }
        let state = String(filter.dropFirst(stateField.count + 1))
        let known = statesInOrder
        guard !known.contains(state) else { return }
        throw Misuse(
            "\(stateField): \(name) are never '\(state)'; "
                + Spelling.mend(state, known: known, otherwise: "known are \(Spelling.listed(known))"))
    }

    func following(_ state: String?) -> [String] { transitions[state ?? initial] ?? [] }

    /// The state, then what can be searched, as far as any document says something there.
    func table(of documents: [Value]) -> Table {
        let others = indexed.filter { $0 != stateField }.sorted()
        let shown = (["id"] + [stateField].compactMap { $0 } + others + ["customer", "updated_at"]).filter {
            name in documents.contains { $0[name] ?? .null != .null }
        }
        var table = Table(header: shown)
        table.rows = documents.map { document in shown.map { Self.cell(document[$0] ?? .null, $0) } }
        return table
    }

    /// One document, a line for each field.
    func sheet(of document: Value, _ style: Style) -> String {
        let entries = document.map ?? [:]
        let first = ["id", stateField ?? "", "customer", "created_at", "updated_at", "version"]
        let names = first.filter { entries[$0] != nil } + entries.keys.filter { !first.contains($0) }.sorted()
        let width = names.map(displayWidth).max() ?? 0
        var lines = names.filter { entries[$0] != .null }.map { name in
            let space = String(repeating: " ", count: width - displayWidth(name))
            return style.dim(name) + space + "  " + Self.text(entries[name] ?? .null)
        }
        let following = following(stateField.flatMap { entries[$0]?.text })
        if !following.isEmpty { lines.append(style.dim("may become \(following.joined(separator: ", "))")) }
        return lines.joined(separator: "\n")
    }

    private static func cell(_ value: Value, _ name: String) -> String {
        guard name.hasSuffix("_at"), let time = value.text else { return text(value).oneLine }
        return String(time.prefix(16).replacing("T", with: " "))
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .null: ""
        case .text(let text): text.printable
        default: JSON.text(value).printable
        }
    }
}
