internal import SkillKit

/// What is remembered of a customer's messages, without their words: when they came, how they felt, what they asked of the
/// scope. It lies in the context, so that a message costs no request to the host.
struct Contact: Sendable, Equatable, ValueConvertible {
    struct ScopeQuestion: Sendable, Equatable {
        let at: Timestamp
        /// The words of the list that were found, not the message.
        let words: String
    }

    static var type: ValueType { .map }

    /// The customer's last message.
    var last: Timestamp?
    var channel: String?
    /// A message that nobody has answered since; while humans have the conversation.
    var waitingSince: Timestamp?
    /// What a human last said.
    var answered: Timestamp?
    /// The last ones, from -1 to 1, the newest last.
    var sentiments: [Double] = []
    var scopeQuestions: [ScopeQuestion] = []

    init() {}

    init?(_ value: Value) {
        guard value.map != nil else { return nil }
        (last, channel) = (value["last"]?.time, value["channel"]?.text)
        (waitingSince, answered) = (value["waiting_since"]?.time, value["answered"]?.time)
        sentiments = value["sentiments"].flatMap { [Double]($0) } ?? []
        scopeQuestions = (value["scope"]?.list ?? []).compactMap { item in
            guard let at = item["at"]?.time, let words = item["words"]?.text else { return nil }
            return ScopeQuestion(at: at, words: words)
        }
    }

    var value: Value {
        var fields: [String: Value] = ["sentiments": sentiments.value]
        fields["last"] = last.map(Value.time)
        fields["channel"] = channel.map(Value.text)
        fields["waiting_since"] = waitingSince.map(Value.time)
        fields["answered"] = answered.map(Value.time)
        fields["scope"] = .list(scopeQuestions.map { ["at": .time($0.at), "words": .text($0.words)] })
        return .map(fields)
    }

    /// Takes in a message of the customer.
    mutating func heard(
        at time: Timestamp, on channel: String?, sentiment: Double?, scopeWords: String?, humanHolds: Bool,
        _ rules: Rules
    ) {
        last = time
        self.channel = channel ?? self.channel
        waitingSince = humanHolds ? waitingSince ?? time : nil
        if let sentiment { sentiments = Array((sentiments + [sentiment]).suffix(rules.sentimentsKept)) }
        if let scopeWords {
            let question = ScopeQuestion(at: time, words: scopeWords)
            scopeQuestions = Array((scopeQuestions + [question]).suffix(rules.scopeQuestionsKept))
        }
    }
}
