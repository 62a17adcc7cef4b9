internal import SkillKit

/// What is remembered of a customer's messages, without their words: when they came, how they felt, what they asked of the
/// scope. It lies in the context, so that a message costs no request to the host; most messages leave nothing in it.
struct Contact: Sendable, Equatable, ValueConvertible {
    struct ScopeQuestion: Sendable, Equatable {
        let at: Timestamp
        /// The words of the list that were found, not the message.
        let words: String
    }

    /// A message that was not indifferent, from -1 to 1.
    struct Mood: Sendable, Equatable {
        let at: Timestamp
        let value: Double
    }

    static var type: ValueType { .map }

    /// The customer's last message, as exactly as `note_every_hours` of the rules; a key of its own.
    var last: Timestamp?
    /// A message that nobody has answered since; while humans have the conversation. A key of its own.
    var waitingSince: Timestamp?
    var channel: String?
    /// What a human last said.
    var answered: Timestamp?
    /// The last ones, the newest last.
    var moods: [Mood] = []
    var scopeQuestions: [ScopeQuestion] = []

    init() {}

    init?(_ value: Value) {
        guard value.map != nil else { return nil }
        (channel, answered) = (value["channel"]?.text, value["answered"]?.time)
        moods = (value["moods"]?.list ?? []).compactMap { item in
            guard let at = item["at"]?.time, let value = item["value"]?.double else { return nil }
            return Mood(at: at, value: value)
        }
        scopeQuestions = (value["scope"]?.list ?? []).compactMap { item in
            guard let at = item["at"]?.time, let words = item["words"]?.text else { return nil }
            return ScopeQuestion(at: at, words: words)
        }
    }

    var value: Value {
        var fields: [String: Value] = [:]
        fields["channel"] = channel.map(Value.text)
        fields["answered"] = answered.map(Value.time)
        if !moods.isEmpty {
            fields["moods"] = .list(moods.map { ["at": .time($0.at), "value": .double($0.value)] })
        }
        if !scopeQuestions.isEmpty {
            fields["scope"] = .list(scopeQuestions.map { ["at": .time($0.at), "words": .text($0.words)] })
        }
        return .map(fields)
    }

    /// Takes in what of a message is worth remembering.
    mutating func heard(at time: Timestamp, mood: Double?, scopeWords: String?, _ rules: Rules) {
        if let mood { moods = Array((moods + [Mood(at: time, value: mood)]).suffix(rules.moodsKept)) }
        if let scopeWords {
            let question = ScopeQuestion(at: time, words: scopeWords)
            scopeQuestions = Array((scopeQuestions + [question]).suffix(rules.scopeQuestionsKept))
        }
    }
}
