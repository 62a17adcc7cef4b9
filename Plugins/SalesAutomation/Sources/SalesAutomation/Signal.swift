import SkillKit

/// What shows that somebody may buy, and how much it counts.
struct Signal: Sendable {
    let name: String
    let label: Phrase
    let points: Int
    /// These always count; the synonyms are the admin's to change.
    let words: Words
    /// With one of these the words do not count: 优惠券 is no 优惠.
    let unless: Words
    let intents: Set<String>
    /// An intent counts only beside one of these, where there are any.
    let spoken: Words
    /// How sure the intent must be.
    let confidence: Double
    /// So many messages of the customer in one conversation.
    let turns: Int?

    init?(_ signal: Value) {
        guard let name = signal["signal"]?.text else { return nil }
        self.name = name
        label = signal["label"].flatMap { Phrase($0) } ?? Phrase(["": name])
        points = signal.integer("points")
        let always = Optional(signal).words("words").all
        words = Words(always + Optional(signal).words("synonyms").all)
        unless = Optional(signal).words("unless")
        intents = Set(signal.texts("intents"))
        spoken = Optional(signal).words("spoken")
        confidence = signal["confidence"]?.double ?? 0
        turns = signal["turns"]?.int.map(Int.init)
    }

    /// Many messages alone show no interest.
    var isInterest: Bool { !words.all.isEmpty || !intents.isEmpty }

    /// What in a message gives this signal.
    func cue(in message: Message) -> String? {
        if let word = words.first(in: message.heard), unless.first(in: message.heard) == nil {
            return "'\(word)'"
        }
        if message.confidence >= confidence, let intent = message.intents.first(where: intents.contains),
            spoken.all.isEmpty || spoken.first(in: message.heard) != nil
        {
            return "the intent '\(intent)'"
        }
        if let turns, message.customerTurns >= turns { return "\(message.customerTurns) messages" }
        return nil
    }
}

extension Settings {
    /// Signals that were not there before; a message that the host asks back shows nothing.
    func fresh(in message: Message, beside known: [String]) -> [(signal: Signal, cue: String)] {
        guard !message.isUnclear, lead.unless.first(in: message.text) == nil else { return [] }
        return signals.compactMap { signal in
            guard !known.contains(signal.name), let cue = signal.cue(in: message) else { return nil }
            return (signal, cue)
        }
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
    private(set) var marks: [Mark]
    let cap: Int

    init(marks: [Mark] = [], cap: Int) { (self.marks, self.cap) = (marks, cap) }

    var points: Int { max(0, min(cap, marks.reduce(0) { $0 + $1.points })) }

    /// Never above the cap nor below nothing, so that the marks always come to the points; says what was added.
    @discardableResult
    mutating func add(_ points: Int, for signal: String, saying message: String, at: Timestamp) -> Int {
        let before = self.points
        let added = max(-before, min(cap - before, points))
        marks.append(Mark(signal: signal, points: added, message: String(message.prefix(200)), at: at))
        return added
    }
}
