import ConciergeCore

// A document that no skill wrote has nobody who looks at it again: the timers that the skill would have set come with it.
extension DemoPast {
    /// A document, and what is to happen with it.
    func writes(of document: Document) -> [Write] {
        [.document(document, expecting: 0)] + timers(of: document).map(Write.wakeup)
    }

    /// Those whose time is still to come at the beginning of today; what was late before says so already.
    func timers(of document: Document) -> [Wakeup] {
        past.timers.compactMap { timer in
            guard timer.collection == document.collection,
                document.body["status"]?.text.map(timer.states.contains) ?? false,
                timer.unless.map({ document.body[$0] == nil }) ?? true,
                let start = document.body[timer.from]?.timestamp
            else { return nil }
            return wakeup(timer, start.adding(timer.after), document)
        }
    }

    private func wakeup(_ timer: DemoStock.Past.Timer, _ due: Timestamp, _ document: Document) -> Wakeup? {
        guard due >= shop.today else { return nil }
        let name = timer.name.replacing("{id}", with: document.id)
        var wakeup = Wakeup(
            id: "\(timer.skill)/\(document.customer ?? "")/\(name)", dueAt: due, skill: timer.skill,
            name: name,
            customer: document.customer, conversation: document.body["conversation"]?.text,
            data: timer.data.map { .map([$0: .text(document.id)]) } ?? .null, depth: 0)
        wakeup.budget = Self.budget
        return wakeup
    }

    /// How many turns may follow from a timer, as the engine allows one that a skill sets.
    private static let budget = 256
}
