import SkillKit

/// What shows that somebody may buy, and how much it counts.
struct Signal: Sendable {
    let name: String
    let label: Phrase
    let points: Int
    /// These always count; the synonyms are the admin's to change.
    let words: Words
    let intents: Set<String>
    /// So many messages of the customer in one conversation.
    let turns: Int?

    init?(_ signal: Value) {
        guard let name = signal["signal"]?.text else { return nil }
        self.name = name
        label = signal["label"].flatMap { Phrase($0) } ?? Phrase(["": name])
        points = signal.integer("points")
        let always = Optional(signal).words("words").all
        words = Words(always + Optional(signal).words("synonyms").all)
        intents = Set(signal.texts("intents"))
        turns = signal["turns"]?.int.map(Int.init)
    }

    /// What in a message gives this signal.
    func cue(in message: Message) -> String? {
        if let word = words.first(in: message.text) { return "'\(word)'" }
        if let intent = message.intents.first(where: intents.contains) {
            return "the intent '\(intent)'"
        }
        if let turns, message.customerTurns >= turns { return "\(message.customerTurns) messages" }
        return nil
    }
}

/// One entry of a lead's breakdown.
struct Mark: Sendable, Hashable {
    var signal: String
    var points: Int
    var message: String
    var at: Timestamp

    init(signal: String, points: Int, message: String, at: Timestamp) {
        (self.signal, self.points, self.message, self.at) = (signal, points, message, at)
    }

    init?(_ value: Value) {
        guard let signal = value["signal"]?.text, let points = value["points"]?.int else { return nil }
        self.init(
            signal: signal, points: Int(points), message: value["message"]?.text ?? "",
            at: value["at"]?.time ?? Timestamp(milliseconds: 0))
    }

    var value: Value {
        [
            "signal": .text(signal), "points": .int(Int64(points)), "message": .text(message),
            "at": .time(at),
        ]
    }
}

/// The marks of a lead and what they come to.
struct Score: Sendable {
    var marks: [Mark] = []
    let cap: Int

    var points: Int { max(0, min(cap, marks.reduce(0) { $0 + $1.points })) }

    /// Each signal once: what a message adds, and what gave it.
    mutating func add(_ message: Message, _ signals: [Signal], at: Timestamp) -> [(
        signal: Signal, cue: String
    )] {
        let known = Set(marks.map(\.signal))
        let found = signals.compactMap { signal -> (signal: Signal, cue: String)? in
            guard !known.contains(signal.name), let cue = signal.cue(in: message) else { return nil }
            return (signal, cue)
        }
        for (signal, _) in found {
            marks.append(
                Mark(
                    signal: signal.name, points: signal.points, message: String(message.text.prefix(200)),
                    at: at))
        }
        return found
    }
}
