import ConciergeCore

// Written by hand and in one go: this is the one body that leaves tens of thousands of times a second.
extension Answer {
    func json(trace: Value? = nil) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(320 + replies.reduce(0) { $0 + $1.text.utf8.count + 48 })
        out.append(#"{"turn":"#, turn)
        out.append(#","customer":"#, customer)
        out.append(#","message_id":"#)
        if let messageID { JSON.write(messageID, to: &out) } else { out.append("null") }
        out.append(repeated ? #","repeated":true,"replies":["# : #","repeated":false,"replies":["#)
        for (index, reply) in replies.enumerated() {
            if index > 0 { out.append(",") }
            out.append(reply)
        }
        out.append(#"],"conversation":{"id":"#, conversation)
        out.append(#","status":"#, status.rawValue)
        out.append("}")
        if let trace {
            out.append(#","trace":"#)
            JSON.write(trace, to: &out)
        }
        out.append("}")
        return out
    }

    func rasaJSON() -> [UInt8] {
        var out: [UInt8] = []
        out.append("[")
        for (index, reply) in replies.enumerated() {
            if index > 0 { out.append(",") }
            out.append(#"{"recipient_id":"#, customer)
            out.append(#","text":"#, reply.text)
            out.append("}")
        }
        out.append("]")
        return out
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ literal: StaticString) {
        append(contentsOf: literal.description.utf8)
    }

    fileprivate mutating func append(_ literal: StaticString, _ text: String) {
        append(literal)
        JSON.write(text, to: &self)
    }

    fileprivate mutating func append(_ reply: Utterance) {
        append(#"{"kind":"#, reply.kind.rawValue)
        append(#","text":"#, reply.text)
        if !reply.actions.isEmpty {
            append(#","actions":"#)
            JSON.write(.list(reply.actions.map(Value.text)), to: &self)
        }
        if let offer = reply.offer { append(#","offer":"#, offer) }
        append("}")
    }
}
