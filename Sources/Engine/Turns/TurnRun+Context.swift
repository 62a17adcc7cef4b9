import ConciergeCore

extension TurnRun {
    /// Lays out what was kept of this customer, and the host's keys that some skill reads.
    func prepare() {
        context = TurnContext(pipeline.layout)
        context.merge(saved)
        for key in pipeline.hostKeys {
            if let value = value(of: key) { context[key.rawValue] = value }
        }
        context.merge(occasion)
        understand()
    }

    /// What an earlier message wanted says nothing of this one.
    private func understand() {
        guard isMessage, let understanding = engine.understanding else { return }
        for key in UnderstandingKey.allCases { context[key.rawValue] = nil }
        context.merge(understanding.understand(text, at: record.at, locale: locale))
    }

    private func value(of key: HostKey) -> Value? {
        switch key {
        case .turnID: .text(record.id)
        case .turnKind: .text(record.kind)
        case .turnAt: .timestamp(record.at)
        case .turnLocale: .text(locale)
        case .turnChannel: .text(conversation?.channel ?? inbound.channel)
        case .turnText: isMessage ? .text(text) : nil
        case .turnAttachments: isMessage ? .list(parts.flatMap(\.inbound.attachments)) : nil
        case .turnSaid: .list([])
        case .turnHandoff: nil
        case .turnSkills: .list(pipeline.stages.map { .text($0.id) })
        case .businessOpen: .bool(pipeline.settings.hours.isOpen(at: record.at))
        case .businessOpensAt: opensAt
        case .conversationID, .conversationStatus, .conversationTurns, .conversationTopics,
            .conversationAgent, .conversationAssignee:
            conversation.flatMap { value(of: key, in: $0) }
        case .conversationRecent: recent
        case .customerConversations: conversations.map { .int($0 + (isNewConversation ? 1 : 0)) }
        default: customer.flatMap { value(of: key, in: $0) }
        }
    }

    /// While it is open nobody asks when it opens.
    private var opensAt: Value? {
        let hours = pipeline.settings.hours
        return hours.isOpen(at: record.at) ? nil : hours.opens(after: record.at).map(Value.timestamp)
    }

    private func value(of key: HostKey, in conversation: Conversation) -> Value? {
        switch key {
        case .conversationID: .text(conversation.id)
        case .conversationStatus: .text(conversation.status.rawValue)
        case .conversationTurns: .int(conversation.customerTurns + (isMessage ? 1 : 0))
        case .conversationTopics: .list(conversation.topics.map(Value.text))
        case .conversationAgent: conversation.agent.map(Value.text)
        case .conversationAssignee: conversation.handoff.assignee.map(Value.text)
        default: nil
        }
    }

    private func value(of key: HostKey, in customer: Customer) -> Value? {
        switch key {
        case .customerID: .text(customer.id)
        case .customerName: customer.name.map(Value.text)
        case .customerPhone: customer.phone.map(Value.text)
        case .customerEmail: customer.email.map(Value.text)
        case .customerCompany: customer.company.map(Value.text)
        case .customerIndustry: customer.industry.map(Value.text)
        case .customerTier: customer.tier.map(Value.text)
        case .customerLocale: customer.locale.map(Value.text)
        case .customerAttributes: .map(customer.attributes)
        case .customerCreatedAt: .timestamp(customer.createdAt)
        case .customerUpdatedAt: .timestamp(customer.updatedAt)
        case .customerVersion: .int(customer.version)
        default: nil
        }
    }
}
