import ConciergeCore
import Gateway
import HTTPClient

/// Sends records to a host in batches: what is sent together is committed together.
struct Upload {
    private static let mostRows = 1000
    private static let mostBytes = 512 << 10

    let client: HostClient
    let kind: ImportKind
    /// Whether skills hear of orders that became paid.
    var tells = false

    func take(_ rows: [Row]) throws -> ImportOutcome {
        var outcome = ImportOutcome()
        var batch = Batch()
        for row in rows {
            switch row.content {
            case .failure(let error): outcome.refused.append(.init(line: row.line, reason: error.description))
            case .success(let fields):
                batch.add(JSON.encode(.map(Self.typed(fields))), line: row.line)
                if batch.lines.count == Self.mostRows || batch.body.count > Self.mostBytes {
                    try send(&batch, &outcome)
                }
            }
        }
        try send(&batch, &outcome)
        Terminal.progress("")
        return outcome
    }

    private struct Batch {
        var body: [UInt8] = []
        /// Where each line of the batch stands in the file.
        var lines: [Int] = []

        mutating func add(_ record: [UInt8], line: Int) {
            body += record
            body.append(10)
            lines.append(line)
        }
    }

    private func send(_ batch: inout Batch, _ outcome: inout ImportOutcome) throws {
        guard !batch.lines.isEmpty else { return }
        let report = try client.demand(
            "POST", "/v1/import/\(kind.rawValue)\(tells ? "?events=true" : "")", lines: batch.body)
        outcome.taken += Int((report["created"]?.int ?? 0) + (report["updated"]?.int ?? 0))
        for error in report["errors"]?.list ?? [] {
            let line = Int(error["line"]?.int ?? 1) - 1
            guard batch.lines.indices.contains(line) else { continue }
            let field = (error["pointer"]?.text ?? "").dropFirst()
            let detail = error["detail"]?.text ?? "refused"
            outcome.refused.append(
                .init(line: batch.lines[line], reason: field.isEmpty ? detail : "'\(field)' \(detail)"))
        }
        batch = Batch()
        Terminal.progress("\(outcome.taken + outcome.refused.count) lines")
    }

    /// A table knows only texts: numbers become numbers, `attributes.x` a part of `attributes`.
    private static func typed(_ fields: [String: Value]) -> [String: Value] {
        var typed: [String: Value] = [:]
        var attributes = fields["attributes"]?.map ?? [:]
        for (name, value) in fields where name != "attributes" {
            if name.hasPrefix("attributes.") {
                attributes[String(name.dropFirst(11))] = value
            } else if ["quantity", "amount", "capacity"].contains(name), let text = value.text {
                typed[name] = Int64(text).map(Value.int) ?? Double(text).map(Value.double) ?? value
            } else if name == "competences", let text = value.text {
                typed[name] = .list(text.split(separator: ";").map { .text($0.trimmed) })
            } else {
                typed[name] = value
            }
        }
        if !attributes.isEmpty { typed["attributes"] = .map(attributes) }
        return typed
    }
}
