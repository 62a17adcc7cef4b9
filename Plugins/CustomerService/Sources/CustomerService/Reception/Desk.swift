import SkillKit

/// How messages come in, and how they are answered.
final class Desk: Sendable {
    /// Asked this, the truth is told.
    struct Truth: Sendable {
        let text: Phrase
        let words: Words
        /// With one of these they want something else.
        let exceptions: Words

        init(_ value: Value) throws {
            text = try value.need("text")
            words = try value.need("words")
            exceptions = value["unless"].flatMap { Words($0) } ?? Words([])
        }
    }

    /// Platform channels that are served; nil: all.
    let channels: Set<String>?
    let platformChannels: Set<String>
    let limit: Int
    let priority: Int
    let exactPriority: Int
    let exactFrom: Double
    /// How sure an answer must be to interrupt who waits for a colleague.
    let waitingFrom: Double
    /// What the catalogue tells of these from this priority on is newer than what was written down.
    private let factIntents: Set<String>
    private let factsFrom: Int
    let smallTalkPriority: Int
    let smallTalkFrom: Double
    let smallTalk: [String: Phrase]
    let unclearTimes: Int
    let listening: Listening
    /// Who wants one of these and asks nothing is not answered from the knowledge.
    let unanswerable: Set<String>
    let relevance: Relevance
    let truths: [Truth]
    let truthPriority: Int
    /// Of what is said to who is in danger.
    let alarmPriority: Int
    /// Who says one of these alone means what was said before.
    private let calls: Set<Plain>
    /// How many of the last messages are looked through for it.
    let recalled: Int
    /// In bytes, of what a colleague is told: the message, and each fact.
    let longestNote, longestFact: Int

    init(_ value: Value) throws {
        channels = try value["channels"].map { _ in Set(try value.need("channels", [String].self)) }
        platformChannels = value.set("platform_channels")
        limit = try value.need("answers.limit")
        priority = try value.need("answers.priority")
        exactPriority = try value.need("answers.exact_priority")
        exactFrom = try value.need("answers.exact_from")
        waitingFrom = try value.need("answers.waiting_from")
        factIntents = value.set("answers.facts.intents")
        factsFrom = try value.need("answers.facts.from")
        smallTalkPriority = try value.need("answers.small_talk_priority")
        smallTalkFrom = try value.need("answers.small_talk_from")
        smallTalk = try value.need("small_talk")
        unclearTimes = try value.need("unclear.times")
        listening = try Listening(value["remarks"] ?? [:])
        unanswerable = value.set("answers.not_for")
        relevance = try Relevance(value["answers"] ?? [:])
        truths = try value.need("truths", [Value].self).map(Truth.init)
        truthPriority = try value.need("answers.truth_priority")
        alarmPriority = try value.need("answers.alarm_priority")
        calls = try value.plain("calls.words")
        recalled = try value.need("calls.look_back")
        longestNote = try value.need("handoff_note.message")
        longestFact = try value.need("handoff_note.fact")
    }

    /// `channels` restricts platforms alone: the host's own web chat, terminal and API are always served.
    func serves(_ channel: String) -> Bool {
        channels.map { $0.contains(channel) || !platformChannels.contains(channel) } ?? true
    }

    /// An earlier skill has told it from the catalogue.
    func yields(_ inquiry: Inquiry) -> Bool {
        inquiry.said.contains { $0.kind == "answer" && $0.priority >= factsFrom }
            && !inquiry.intents.isEmpty && inquiry.intents.allSatisfy(factIntents.contains)
    }

    func isMereCall(_ text: String) -> Bool { Plain(short: text).map(calls.contains) ?? false }

    func truth(_ inquiry: Inquiry) -> Lookup.Answer? {
        let truth = truths.first {
            $0.words.first(in: inquiry.text) != nil && $0.exceptions.first(in: inquiry.text) == nil
        }
        return truth.map {
            Lookup.Answer(
                title: $0.words.first(in: inquiry.text) ?? "", text: $0.text.text(inquiry.locale),
                source: "truths", score: 1, isExact: false, priority: truthPriority)
        }
    }

    /// An entry on one error code says nothing about another.
    func isAbout(_ codes: Codes, _ title: String) -> Bool {
        guard !codes.isEmpty else { return true }
        let titled = Codes(in: title)
        return titled.isEmpty || titled.shares(with: codes)
    }

    /// It answers this very question when that stands there word for word, or when it is on the very code.
    func isExact(_ title: String, _ score: Double, for text: String, _ codes: Codes) -> Bool {
        score >= exactFrom || codes.shares(with: Codes(in: title)) || Plain(title) == Plain(text)
    }
}
