internal import SkillKit

/// One look at a client: signals, score, stage, next step. Pure: the same records give the same review.
struct Review: Sendable {
    private(set) var client: Client
    let records: Records
    let cadence: Model.Cadence?
    /// Where the client stood before it, and whether it is the first review.
    let startingStage: String
    let isFirst: Bool
    /// Stages left in this review, each with its evidence.
    private(set) var moves: [Client.Move] = []
    /// The risk crossed the threshold upwards.
    private(set) var isNewlyAtRisk = false
    /// And it is told later.
    private(set) var isHeld = false
    private(set) var next: NextStep
    private(set) var isDormant = false
    /// In days; nil when there never was a contact.
    private(set) var quiet: Int?

    init(_ before: Client, _ records: Records, _ settings: Settings) {
        (client, self.records) = (before, records)
        (startingStage, isFirst) = (before.stage, before.reviewed == nil)
        let rules = settings.rules
        let cadence = before.entries["cadence"] ?? rules.cadence(tier: records.tier)
        self.cadence = settings.model.cadence(cadence) ?? settings.model.cadence(rules.cadenceOtherwise)
        let owner = before.entries["owner"] ?? records.leads.lazy.compactMap(\.assigned).first
        next = NextStep(client, [], owner: owner, now: records.now, rules)
        client.label = records.customer["company"] ?? records.customer["name"] ?? before.id
        noteStaffMove(from: before.moves.last?.to ?? settings.model.stages.first?.id)
        audit(rules)
        moveStage(settings)
        // What the new stage asks for may be more or less than before.
        if !moves.isEmpty { audit(rules) }
        next = NextStep(client, client.signals, owner: owner, now: records.now, rules)
        client.reviewed = records.now
        isNewlyAtRisk = client.risk >= rules.notifyFrom && !before.isNotified
        client.isNotified = client.risk >= rules.notifyFrom
    }

    private mutating func audit(_ rules: Rules) {
        let detector = Detector(
            client: client, records: records, rules: rules, cadenceDays: cadence?.days ?? 0)
        quiet = detector.quietDays
        // Who never bought and went away is no work; the next message or order begins anew.
        isDormant =
            rules.dormantStages.contains(client.stage) && records.orders.isEmpty
            && client.openCommitments.isEmpty && quiet ?? 0 > rules.dormantDays
        client.signals = isDormant ? [] : detector.signals()
        client.risk = min(100, client.signals.reduce(0) { $0 + $1.points })
        client.level = rules.level(of: client.risk)
    }

    private mutating func moveStage(_ settings: Settings) {
        if let last = client.moves.last, last.facts.isEmpty,
            Calendar.days(from: last.at, to: records.now) < settings.rules.staffMoveHolds
        {
            return
        }
        // The first review tells what happened before; later ones what happened since the one before.
        var before = client.reviewed
        var seen: Set<String> = [client.stage]
        while let move = Evidence(client, records, settings)
            .move(
                from: client.stage, settings.rules.stageMoves, after: before, isFirst: isFirst,
                now: records.now),
            seen.insert(move.to).inserted
        {
            moves.append(move)
            client.moves.append(move)
            (client.stage, client.stageSince) = (move.to, move.at)
            before = before.map { max($0, move.at) } ?? move.at
        }
    }

    /// Staff move a stage through the collection; here it gets its place among the moves.
    private mutating func noteStaffMove(from stage: String?) {
        guard let stage, stage != client.stage else { return }
        client.moves.append(
            Client.Move(from: stage, to: client.stage, at: records.now, facts: [:], references: []))
        client.stageSince = records.now
    }

    var owner: String? { client.entries["owner"] ?? records.leads.lazy.compactMap(\.assigned).first }

    /// Staff are still entering what they know: who is told hears of it at the next review, of what then stands.
    mutating func holdNotice() {
        guard isNewlyAtRisk else { return }
        (isNewlyAtRisk, client.isNotified, isHeld) = (false, false, true)
    }

    /// Somebody who did not buy yet, or not for long.
    func isNewcomer(_ rules: Rules) -> Bool {
        records.firstOrder.map { Calendar.days(from: $0, to: records.now) < rules.newcomerDays } ?? true
    }
}
