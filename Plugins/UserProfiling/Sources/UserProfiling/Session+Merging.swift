import SkillKit

// Two customers who may be one person.
extension Session {
    /// Another customer with the same number or address may be the same person: staff decides.
    mutating func proposeMerges(_ mentions: [Mention]) throws {
        for mention in mentions where !mention.isNegated {
            guard let value = mention.value.text, profile[mention.kind]?.text != value else { continue }
            if settings.clues.contains(mention.kind) {
                for other in try others(with: mention.kind, value).prefix(5) {
                    try propose(other, clue: mention.kind, value)
                }
            }
            if ["phone", "email"].contains(mention.kind) { profile[mention.kind] = .text(value) }
        }
    }

    private func others(with clue: String, _ value: String) throws -> [String] {
        let found =
            switch clue {
            case "phone": try turn.customers.find(phone: value)
            case "email": try turn.customers.find(email: value)
            default: try turn.customers.find(order: value)
            }
        let said =
            clue == "order"
            ? [] : try turn.store.query("profiles", where: [clue: .text(value)], limit: 5).items.map(\.id)
        return Set(found + said).filter { $0 != customer }.sorted()
    }

    private mutating func propose(_ other: String, clue: String, _ value: String) throws {
        let id = Self.proposal(customer, other)
        guard try turn.store.get("merge_proposals", id) == nil else { return }
        reply.put(
            "merge_proposals", id,
            ["other": .text(other), "clue": .text(clue), "value": .text(value), "status": "proposed"])
        let locale = turn[Turn.locale]
        reply.notify(
            settings.texts.merge.text(
                locale,
                [
                    "customer": customer, "other": other, "value": value,
                    "clue": settings.texts.label(clue, locale),
                ]), data: ["customer": .text(customer), "other": .text(other), "proposal": .text(id)])
        reasons.append("may be the same person as '\(other)': the same \(clue)")
    }

    /// The same for both of them, and short whatever their own ids are: FNV-1a of the two in order.
    static func proposal(_ a: String, _ b: String) -> String {
        let hash = "\(min(a, b)) \(max(a, b))".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return "merge-\(String(hash, radix: 36))"
    }

    /// Staff decided on a proposal: the host makes the two one, or two again.
    mutating func follow(_ event: Turn.Event) {
        guard let other = event.data["document"]?["other"]?.text, other != customer else { return }
        let isMerge = event.name == "merge_proposal.accepted"
        if isMerge { reply.merge(other) } else { reply.unmerge(other) }
        reply.because =
            "'\(other)' \(isMerge ? "becomes a part of" : "is parted from") this customer, says \(event.data["by"]?.text ?? "staff")"
    }

    /// What only the other knew is known now; the context holds it, the other's document is put aside.
    mutating func join(_ event: Turn.Event) throws {
        guard let other = event.data["other"]?.text else { return }
        let before: [String: Value?] = ["stage": profile["journey_stage"]]
        var filled: [String] = []
        for key in Keys.kept where profile[key.field] == nil {
            guard let text = turn[key], Profile.fromTalk.contains(key.field) else { continue }
            profile.set(
                key.field, .text(text), confidence: settings.clearFrom, from: origin("merged with '\(other)'")
            )
            filled.append(key.field)
        }
        if !filled.isEmpty { reasons.append("\(filled.joined(separator: ", ")) known of '\(other)'") }
        let heard = Self.messages(of: event)
        profile["message_count"] = .int(Int64(profile.messageCount + heard))
        var joined = profile["joined"]?.map ?? [:]
        joined[other] = .map(
            before.compactMapValues { $0 }.merging([
                "fields": filled.value, "messages": .int(Int64(heard)),
            ]) { $1 })
        profile["joined"] = .map(joined)
        try refreshStanding(isForced: true)
        try settle(event, as: "accepted")
    }

    /// How many the other wrote: the context counts each, his document may be some behind.
    private static func messages(of event: Turn.Event) -> Int {
        let document = (event.data["documents_aside"]?.list ?? [])
            .first { $0["collection"] == "profiles" }?["numbers"]
        let counts = [event.data["context_aside"]?["profile.message_count"], document?["message_count"]]
        return counts.compactMap { $0?.int.map(Int.init) }.max() ?? 0
    }

    /// The two are two again: what came of the other goes with him.
    mutating func part(_ event: Turn.Event) throws {
        guard let other = event.data["other"]?.text else { return }
        var joined = profile["joined"]?.map ?? [:]
        let before = joined.removeValue(forKey: other)
        profile["joined"] = joined.isEmpty ? nil : .map(joined)
        let heard = before?["messages"]?.int.map(Int.init) ?? 0
        profile["message_count"] = .int(Int64(max(0, profile.messageCount - heard)))
        profile["rebuilt_at"] = .int(Int64(min(rebuiltAt, profile.messageCount)))
        for field in before.texts("fields")
        where profile.source(field)?["message"]?.text == "merged with '\(other)'" {
            _ = profile.withdraw(field)
        }
        let hadBought = (profile["paid_orders"]?.int ?? 0) > 0
        try refreshStanding(isForced: true)
        if hadBought, profile["paid_orders"] == 0, !profile.isPinned("journey_stage") {
            let stage = before?["stage"] ?? .text(settings.journey.order.first ?? "")
            profile.set("journey_stage", stage, confidence: 1, from: origin("parted from '\(other)'"))
        }
        reasons.append("parted from '\(other)'")
        try settle(event, as: "undone")
    }

    /// What staff did with the two themselves stands in the proposal too.
    private mutating func settle(_ event: Turn.Event, as state: String) throws {
        guard let one = event.data["customer"]?.text, let another = event.data["other"]?.text,
            let proposal = try turn.store.get("merge_proposals", Self.proposal(one, another)),
            let old = proposal["status"]?.text, old != state, state != "undone" || old == "accepted"
        else { return }
        var fields = proposal.body
        fields["status"] = .text(state)
        reply.put("merge_proposals", proposal.id, fields)
        reasons.append("the proposal to merge '\(one)' and '\(another)' is \(state)")
    }
}
