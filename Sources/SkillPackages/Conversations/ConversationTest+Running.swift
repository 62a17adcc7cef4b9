public import ConciergeCore

/// How a test went.
public struct ConversationReport: Sendable, Hashable {
    /// One expectation that did not hold.
    public struct Miss: Sendable, Hashable, CustomStringConvertible {
        public var turn: Int
        public var me: String
        public var subject: String
        public var complaint: String

        public var description: String { "turn \(turn) '\(me)': \(subject): \(complaint)" }
    }

    public var name: String
    public var misses: [Miss] = []
    public var passed: Bool { misses.isEmpty }

    public var value: Value {
        [
            "name": .text(name), "passed": .bool(passed),
            "misses": .list(
                misses.map {
                    [
                        "turn": .int(Int64($0.turn)), "me": .text($0.me), "subject": .text($0.subject),
                        "complaint": .text($0.complaint),
                    ]
                }),
        ]
    }
}

extension ConversationTest {
    /// Plays each step and looks at what became of it; goes on after a miss, so that one run shows all.
    public func run(on host: some ConversationHost) throws -> ConversationReport {
        var report = ConversationReport(name: name)
        for (index, step) in steps.enumerated() {
            if let pause = step.after { try host.wait(pause) }
            let heard = try host.play(step.act)
            for (subject, wanted) in step.expect.sorted(by: { $0.key < $1.key }) {
                for (detail, complaint) in try complaints(subject, wanted, heard, host) {
                    report.misses.append(
                        .init(turn: index + 1, me: step.act.summary, subject: detail, complaint: complaint))
                }
            }
        }
        return report
    }

    private func complaints(
        _ subject: String, _ wanted: Value, _ heard: Heard, _ host: some ConversationHost
    ) throws -> [(String, String)] {
        switch subject {
        case "reply":
            return list(subject, Expectation(wanted: wanted).complaint(heard.reply(for: wanted)))
        case "status":
            return list(subject, Expectation(wanted: wanted).complaint(.text(heard.status.rawValue)))
        case "handoff":
            return list(subject, Expectation(wanted: wanted).complaint(heard.handoff.reason.map(Value.text)))
        case "intent":
            return list(subject, Expectation(wanted: wanted).complaint(heard.context["intent.name"]))
        case "events": return list(subject, Expectation(wanted: wanted).complaint(heard.events.asValue))
        case "drafts": return list(subject, Expectation(wanted: wanted).complaint(heard.drafts.asValue))
        case "page": return list(subject, Expectation(wanted: wanted).complaint(heard.page.map(Value.text)))
        case "result": return complaints(subject, wanted, in: heard.result ?? .null)
        case "because": return complaints(subject, wanted, in: .map(heard.because))
        default: break
        }
        if let documents = try documents(subject, host) {
            return list(subject, complaint(wanted, of: documents))
        }
        guard let fields = wanted.map, !fields.keys.allSatisfy(Expectation.words.contains) else {
            return list(subject, Expectation(wanted: wanted).complaint(heard.context[subject]))
        }
        return fields.sorted { $0.key < $1.key }.flatMap { field, wanted in
            let key = "\(subject).\(field)"
            return list(key, Expectation(wanted: wanted).complaint(heard.context[key]))
        }
    }

    /// Words of an expectation hold for the whole, a map of others for its parts.
    private func complaints(_ subject: String, _ wanted: Value, in found: Value) -> [(String, String)] {
        guard let fields = wanted.map, !fields.keys.allSatisfy(Expectation.words.contains) else {
            return list(subject, Expectation(wanted: wanted).complaint(found))
        }
        return fields.sorted { $0.key < $1.key }.flatMap { field, wanted in
            complaints("\(subject).\(field)", wanted, in: found[field] ?? .null)
        }
    }

    private func list(_ subject: String, _ complaint: String?) -> [(String, String)] {
        complaint.map { [(subject, $0)] } ?? []
    }

    /// `lead` and `leads` both mean the collection.
    private func documents(_ subject: String, _ host: some ConversationHost) throws -> [Value]? {
        try host.documents(subject) ?? host.documents(subject + "s")
    }

    /// A number is how many there are, null is none; fields must hold together in one of the documents.
    private func complaint(_ wanted: Value, of documents: [Value]) -> String? {
        switch wanted {
        case .null: return documents.isEmpty ? nil : "expected none, found \(JSON.text(.list(documents)))"
        case .int(let count):
            return documents.count == count ? nil : "expected \(count) of them, found \(documents.count)"
        default: break
        }
        guard !documents.isEmpty else { return "expected one with \(JSON.text(wanted)), found none" }
        let complaints = documents.map { complaint(wanted, of: $0) }
        return complaints.contains(nil) ? nil : complaints.last ?? nil
    }

    private func complaint(_ wanted: Value, of document: Value) -> String? {
        for (field, wanted) in (wanted.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let complaint = Expectation(wanted: wanted).complaint(document[field]) else { continue }
            return "\(field): \(complaint)"
        }
        return nil
    }
}

extension [String] {
    fileprivate var asValue: Value { .list(map(Value.text)) }
}

extension Heard {
    /// One reply as its text, more of them line by line; as a list where their number is asked for.
    fileprivate func reply(for wanted: Value) -> Value? {
        if wanted["count"] != nil { return .list(replies.map { .text($0.text) }) }
        return replies.isEmpty ? nil : .text(replies.map(\.text).joined(separator: "\n"))
    }
}
