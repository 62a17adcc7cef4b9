/// What the host itself lays into the context, by the names that manifests read.
enum HostKey: String, CaseIterable, Sendable {
    case turnID = "turn.id"
    case turnKind = "turn.kind"
    case turnAt = "turn.at"
    case turnLocale = "turn.locale"
    case turnChannel = "turn.channel"
    case turnText = "turn.text"
    case turnAttachments = "turn.attachments"

    case eventID = "event.id"
    case eventName = "event.name"
    case eventData = "event.data"

    case conversationID = "conversation.id"
    case conversationStatus = "conversation.status"
    case conversationTurns = "conversation.customer_turns"
    case conversationTopics = "conversation.topics"
    case conversationRecent = "conversation.recent"
    case conversationAgent = "conversation.agent"
    case conversationAssignee = "conversation.assignee"

    case businessOpen = "business.open"
    case businessOpensAt = "business.opens_at"

    case customerID = "customer.id"
    case customerName = "customer.name"
    case customerPhone = "customer.phone"
    case customerEmail = "customer.email"
    case customerCompany = "customer.company"
    case customerIndustry = "customer.industry"
    case customerTier = "customer.tier"
    case customerLocale = "customer.locale"
    case customerAttributes = "customer.attributes"
    case customerCreatedAt = "customer.created_at"
    case customerUpdatedAt = "customer.updated_at"
    case customerVersion = "customer.version"
    case customerConversations = "customer.conversations"
}
