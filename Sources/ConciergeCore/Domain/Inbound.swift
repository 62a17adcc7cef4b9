/// What a channel hands to the engine: one message of a customer, or a fact that skills wait for.
public struct Inbound: Sendable {
    public var channel: String
    /// The channel's own account (a bot, a phone number); empty where there is but one.
    public var account = ""
    public var conversation: String?
    public var customer: String?
    public var messageID: String?
    public var text: String
    public var locale: String?
    public var attachments: [Value] = []
    /// Set for a turn of kind `event`.
    public var wakeup: Wakeup?
    /// Set for a turn of kind `action` or `page`.
    public var errand: Errand?
    /// Wait a moment for more messages of the same conversation and answer them together.
    public var joins = false

    public init(channel: String, text: String) {
        self.channel = channel
        self.text = text
    }
}

/// Names one inbound message for good: the same key is the same message.
public struct InboundKey: Sendable, Hashable {
    public var channel: String
    /// The conversation on our own channels, the account on a platform's.
    public var scope: String
    public var messageID: String

    public init(channel: String, scope: String, messageID: String) {
        self.channel = channel
        self.scope = scope
        self.messageID = messageID
    }
}

/// What the customer gets for a turn, recorded with it and given again when the message comes again.
public struct Answer: Sendable, Hashable {
    public var turn: String
    public var customer: String
    public var messageID: String?
    public var repeated = false
    public var replies: [Utterance] = []
    public var conversation: String
    public var status: Conversation.Status

    public init(turn: String, customer: String, conversation: String, status: Conversation.Status) {
        self.turn = turn
        self.customer = customer
        self.conversation = conversation
        self.status = status
    }

    public var value: Value { Value(written: write) }

    public var json: [UInt8] {
        var json = JSONWriter()
        write(to: &json)
        return json.bytes
    }

    private func write(to json: inout JSONWriter) {
        json.object { json in
            json.key("conversation")
            json.object { json in
                json.member("id", conversation)
                json.member("status", status.rawValue)
            }
            json.member("customer", customer)
            json.key("message_id")
            json.text(messageID)
            json.key("repeated")
            json.bool(repeated)
            json.key("replies")
            json.list { json in for reply in replies { reply.write(to: &json) } }
            json.member("turn", turn)
        }
    }
}

extension Answer {
    /// Reads what `value` wrote; nil when a stored answer was damaged.
    public init?(_ value: Value) {
        guard let turn = value["turn"]?.text, let customer = value["customer"]?.text,
            let conversation = value["conversation"], let id = conversation["id"]?.text,
            let status = conversation["status"]?.text.flatMap(Conversation.Status.init)
        else { return nil }
        self.init(turn: turn, customer: customer, conversation: id, status: status)
        messageID = value["message_id"]?.text
        repeated = value["repeated"]?.bool ?? false
        replies = (value["replies"]?.list ?? []).compactMap(Utterance.init)
    }
}

extension Utterance {
    /// Reads what `value` wrote.
    public init?(_ value: Value) {
        guard let kind = value["kind"]?.text.flatMap(Kind.init), let text = value["text"]?.text else {
            return nil
        }
        self.init(kind, text)
        actions = (value["actions"]?.list ?? []).compactMap(\.text)
        offer = value["offer"]?.text
    }
}
