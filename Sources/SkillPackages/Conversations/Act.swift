public import ConciergeCore

extension ConversationTest {
    /// What staff do to a conversation.
    public enum Deed: String, Sendable, Hashable, CaseIterable {
        case takeOver = "take_over"
        case say, release, close, approve, reject
    }

    /// One thing that happens in a conversation.
    public enum Act: Sendable, Hashable {
        case message(String, customer: String?, channel: String?)
        case wait(Duration)
        case agent(String, Deed, text: String?)
        case move(collection: String, to: String, reason: String?, by: String?)
        case order([String: Value])
        case action(skill: String, name: String, input: Value, by: String?)
        case open(page: String?, form: [String: String]?)

        static let words = ["me", "wait", "agent", "move", "order", "action", "open"]

        init?(_ step: Value) {
            if let text = step["me"]?.text {
                self = .message(text, customer: step["as"]?.text, channel: step["channel"]?.text)
            } else if let span = step["wait"]?.text.flatMap(Duration.init(span:)) {
                self = .wait(span)
            } else if let agent = step["agent"], let id = agent["id"]?.text,
                let deed = agent["do"]?.text.flatMap(Deed.init)
            {
                self = .agent(id, deed, text: agent["text"]?.text)
            } else if let order = step["order"]?.map {
                self = .order(order)
            } else {
                self.init(ofSkill: step)
            }
        }

        private init?(ofSkill step: Value) {
            if let move = step["move"], let collection = move["collection"]?.text, let to = move["to"]?.text {
                self = .move(
                    collection: collection, to: to, reason: move["reason"]?.text, by: move["by"]?.text)
            } else if let action = step["action"], let skill = action["skill"]?.text,
                let name = action["name"]?.text
            {
                self = .action(
                    skill: skill, name: name, input: action["input"] ?? [:], by: action["by"]?.text)
            } else if let open = step["open"] {
                let form = open["form"]?.map?.mapValues { $0.text ?? JSON.text($0) }
                self = .open(page: open["page"]?.text, form: form)
            } else {
                return nil
            }
        }

        /// How a report names it.
        public var summary: String {
            switch self {
            case .message(let text, let customer, _): customer.map { "\($0): \(text)" } ?? text
            case .wait(let span): "wait \(span.components.seconds) s"
            case .agent(let id, let deed, let text):
                "agent \(id): \(deed.rawValue)" + (text.map { " '\($0)'" } ?? "")
            case .move(let collection, let to, _, _): "\(collection): to \(to)"
            case .order(let order): "order \(order["product"]?.text ?? "")"
            case .action(let skill, let name, _, _): "action \(skill) \(name)"
            case .open(let page, let form): "\(form == nil ? "open" : "send") \(page ?? "the link")"
            }
        }
    }
}
