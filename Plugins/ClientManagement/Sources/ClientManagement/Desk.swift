internal import SkillKit

/// What staff ask for.
struct Desk {
    static let documents = "client_documents"

    let settings: Settings
    let turn: Turn

    func answer(_ action: Turn.Action) throws -> Reply {
        switch action.name {
        case "work-list": return try workList(action)
        case "summary": return try document("summary", action)
        case "document": return try document(action.input["kind"]?.text ?? "", action)
        case "audit": return try audit(action)
        case "set":
            return try reviewed(action) {
                try $0.enter(action.input, settings, agents: turn.agentNames(), now: turn.clock.now)
            }
        case "commit": return try reviewed(action) { try $0.commit(action.input, settings, id: newID()) }
        case "ask": return try ask(action)
        default:
            throw SkillError(
                "action '\(action.name)': is not known here; see GET /v1/skills/client-management")
        }
    }

    private func reviewer(_ action: Turn.Action) throws -> Reviewer {
        guard let customer = turn[ClientManagement.customer] else {
            throw SkillError("action '\(action.name)': is about one client; name it under 'customer'")
        }
        return Reviewer(settings: settings, turn: turn, customer: customer)
    }

    private func locale(_ action: Turn.Action) -> String {
        action.input["locale"]?.text ?? turn[Turn.locale] ?? settings.rules.staffLocale
    }

    private func newID() -> String {
        var random = turn.clock.random
        return String(UInt64.random(in: .min ... .max, using: &random), radix: 36)
    }

    /// Changes the client, reviews it, answers with what came out.
    private func reviewed(
        _ action: Turn.Action, _ change: (inout Client) throws -> Void
    ) throws -> Reply {
        let reviewer = try reviewer(action)
        var reply = Reply()
        var review = try reviewer.review(turn.contact, change)
        review.holdNotice()
        try reviewer.record(review, in: &reply)
        let facts = Facts(review, settings, locale(action), names: try turn.agentNames())
        reply.result = .map(result(review, facts).merging(["client": .map(review.client.document)]) { $1 })
        reply.because = "\(action.name) by \(action.by ?? "staff"): \(review.because(settings))"
        return reply
    }

    private func audit(_ action: Turn.Action) throws -> Reply {
        let reviewer = try reviewer(action)
        var reply = Reply()
        let review = try reviewer.review(turn.contact)
        try reviewer.record(review, in: &reply)
        let facts = Facts(review, settings, locale(action), names: try reviewer.names(review))
        var result = result(review, facts)
        result["text"] = Composer.document("risk-audit", settings, facts).map { .text($0.markdown) }
        reply.result = .map(result)
        reply.because = "audit: \(review.because(settings))"
        return reply
    }

    private func document(_ kind: String, _ action: Turn.Action, also: [String] = []) throws -> Reply {
        let reviewer = try reviewer(action)
        var reply = Reply()
        let review = try reviewer.review(turn.contact)
        try reviewer.record(review, in: &reply)
        let facts = Facts(review, settings, locale(action), names: try reviewer.names(review))
        guard let document = Composer.document(kind, settings, facts) else {
            let known = settings.templates.order.joined(separator: ", ")
            throw SkillError("kind '\(kind)': is no document; possible: \(known)")
        }
        var result = result(review, facts)
        result["kind"] = .text(kind)
        result["title"] = .text(document.title)
        result["failed"] = document.failed.map(\.title).value
        result["also"] = also.value
        switch action.input["format"]?.text ?? "md" {
        case "json": result["document"] = document.value
        case "html": result["text"] = .text(document.html(style: settings.style))
        default: result["text"] = .text(document.markdown)
        }
        reply.result = .map(result)
        keep(document, of: reviewer.customer, action, &reply)
        reply.because =
            "\(kind) for \(action.by ?? "staff"), \(document.failed.count) checks failed: \(review.because(settings))"
        return reply
    }

    /// The newest of each kind stays in the store.
    private func keep(_ document: Document, of customer: String, _ action: Turn.Action, _ reply: inout Reply)
    {
        var fields: [String: Value] = [
            "kind": .text(document.kind), "locale": .text(document.locale), "title": .text(document.title),
            "failed": document.failed.map(\.id).value, "document": document.value,
        ]
        fields["by"] = action.by.map(Value.text)
        reply.put(Self.documents, "\(customer)-\(document.kind)", fields)
    }

    private func ask(_ action: Turn.Action) throws -> Reply {
        let kinds = Triggers(rules: settings.rules).documents(for: action.input["text"]?.text ?? "")
        if let kind = kinds.first { return try document(kind, action, also: Array(kinds.dropFirst())) }
        let locale = locale(action)
        let texts = settings.texts
        let choices = settings.templates.order.map { texts.word("documents", $0, locale) }
        var lines = [texts.text("choices", locale, ["documents": texts.list(choices, locale)])]
        var reply = Reply()
        reply.because = "ask: the words name no document"
        if let words = settings.rules.boundaryWords.first(in: action.input["text"]?.text ?? "") {
            lines.insert(texts.text("boundary", locale), at: 0)
            reply.because = "ask: '\(words)' asks for advice that is not given here"
        }
        reply.result = ["text": .text(lines.joined(separator: "\n\n"))]
        return reply
    }

    /// What every answer about one client tells.
    private func result(_ review: Review, _ facts: Facts) -> [String: Value] {
        let client = review.client
        return [
            "customer": .text(client.id), "locale": .text(facts.locale), "stage": .text(client.stage),
            "risk": .int(Int64(client.risk)), "level": .text(client.level),
            "moves": .list(review.moves.map(\.value)),
            "signals": .list(client.signals.map { facts.value($0) }),
            "next_step": [
                "who": .text(facts.single["next_who"] ?? ""), "what": .text(facts.single["next_what"] ?? ""),
                "due": .time(review.next.due),
            ],
        ]
    }
}
