import ConciergeCore

// A document that no skill wrote has nobody who looks at it again: the timers that the skill would have set come with it.
extension DemoPast {
    /// A document, and what is to happen with it.
    func writes(of document: Document) -> [Write] {
        [.document(document, expecting: 0)] + timers(of: document).map(Write.wakeup)
    }

    /// Those whose time is still to come at the beginning of today; what was late before says so already.
    func timers(of document: Document) -> [Wakeup] {
        let body = document.body
        let isAnswered = body["first_answer_at"] != nil
        let due: [(String, Timestamp?)]
        switch (document.collection, body["status"]?.text) {
        case ("tickets", "open"), ("tickets", "pending"), ("tickets", "escalated"):
            due = [
                ("first_answer", isAnswered ? nil : body["first_answer_due"]?.timestamp),
                ("resolution", body["resolution_due"]?.timestamp),
            ]
        case ("surveys", "sent"): due = [("expire", body["expires_at"]?.timestamp)]
        default: due = []
        }
        return due.compactMap { timer("\($0):\(document.id)", $1, document) }
    }

    private func timer(_ name: String, _ due: Timestamp?, _ document: Document) -> Wakeup? {
        guard let due, due >= shop.today else { return nil }
        var wakeup = Wakeup(
            id: "\(Self.skill)/\(document.customer ?? "")/\(name)", dueAt: due, skill: Self.skill, name: name,
            customer: document.customer, conversation: document.body["conversation"]?.text, data: .null,
            depth: 0)
        wakeup.budget = Self.budget
        return wakeup
    }

    private static let skill = "customer-service"
    /// How many turns may follow from a timer, as the engine allows one that a skill sets.
    private static let budget = 256
}
