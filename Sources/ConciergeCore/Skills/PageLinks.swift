/// Makes links to the pages of skills that nobody else can make. Asked from any thread; answers at once.
public protocol PageLinks: Sendable {
    func link(to claim: PageClaim) throws(ServiceError) -> PageLink
}

/// What a link stands for.
public struct PageClaim: Sendable, Hashable {
    public var skill: String
    public var page: String
    public var customer: String
    /// Where it was made.
    public var conversation: String?
    public var data: Value
    public var expires: Timestamp

    public init(
        skill: String, page: String, customer: String, conversation: String? = nil, data: Value = .null,
        expires: Timestamp
    ) {
        self.skill = skill
        self.page = page
        self.customer = customer
        self.conversation = conversation
        self.data = data
        self.expires = expires
    }
}

/// An address, and its last part.
public struct PageLink: Sendable, Hashable {
    public var url: String
    public var token: String

    public init(url: String, token: String) {
        self.url = url
        self.token = token
    }
}

extension Errand {
    /// Somebody opened a link, or sent the form behind it.
    public init(
        opening claim: PageClaim, isPost: Bool = false, form: [String: String] = [:], locale: String? = nil
    ) {
        self.init(
            skill: claim.skill, name: claim.page,
            kind: .page(Visit(isPost: isPost, form: form, locale: locale, data: claim.data)),
            customer: claim.customer, conversation: claim.conversation)
    }
}
