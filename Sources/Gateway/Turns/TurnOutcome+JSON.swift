import ConciergeCore
import Engine

extension TurnOutcome {
    /// The answer with its trace behind it.
    func json(with trace: Value?) -> [UInt8] {
        guard let trace else { return json }
        var out = Array(json.dropLast())
        out += Array(#","trace":"#.utf8)
        out += JSON.encode(trace)
        out.append(UInt8(ascii: "}"))
        return out
    }
}

extension Answer {
    /// In the shape of Rasa's REST channel.
    var rasaJSON: [UInt8] {
        JSON.encode(
            .list(replies.map { ["recipient_id": .text(customer), "text": .text($0.text)] }))
    }
}
