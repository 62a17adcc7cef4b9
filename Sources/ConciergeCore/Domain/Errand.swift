/// What somebody asks of one skill: staff by an action, or whoever opens a link by a page.
public struct Errand: Sendable, Hashable {
    // Indirect: every message carries the room for an errand that it is not.
    public indirect enum Kind: Sendable, Hashable {
        case action(input: Value, by: String?)
        case page(Visit)
    }

    /// One visit of a page.
    public struct Visit: Sendable, Hashable {
        /// A form was sent.
        public var isPost: Bool
        public var form: [String: String]
        /// What the visitor would rather read; nil when it is not known.
        public var locale: String?
        /// What the link was made with.
        public var data: Value

        public init(
            isPost: Bool = false, form: [String: String] = [:], locale: String? = nil, data: Value = .null
        ) {
            self.isPost = isPost
            self.form = form
            self.locale = locale
            self.data = data
        }
    }

    public var skill: String
    /// Of the action or the page, as the manifest has it.
    public var name: String
    public var kind: Kind
    public var customer: String?
    public var conversation: String?

    public init(
        skill: String, name: String, kind: Kind, customer: String? = nil, conversation: String? = nil
    ) {
        self.skill = skill
        self.name = name
        self.kind = kind
        self.customer = customer
        self.conversation = conversation
    }

    /// Of the turn.
    public var kindName: String {
        switch kind {
        case .action: "action"
        case .page: "page"
        }
    }
}
