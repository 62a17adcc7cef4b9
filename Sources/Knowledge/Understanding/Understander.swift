public import ConciergeCore
public import Language
import Synchronization
import Unix

/// Reads messages with the model, the catalogue and the settings that serve now.
public final class Understander: Understanding {
    private struct State {
        var model: IntentModel?
        var table = IntentTable()
        var entities = EntityReader()
        var zone = TimeZone.utc
        var clarification = Clarification()
    }

    private let state = Mutex(State())

    public init() {}

    public var model: IntentModel? { state.withLock { $0.model } }

    /// From now on messages are read by this model; `files` say what its intents are called.
    public func serve(_ model: IntentModel, files: [IntentFile]) {
        var table = IntentTable(text: model.about)
        table.change(by: files)
        // What the admin says of a sentence counts from now on, however few there are like it.
        var model = model.told(
            files.lazy.flatMap { file in file.examples.lazy.map { ($0.text, file.intent) } })
        model.courtesies = files.courtesies(beside: model.courtesies)
        state.withLock { [table, model] in
            $0.model = model
            $0.table = table
        }
    }

    public func serve(_ names: ProductNames) {
        let reader = EntityReader(catalogue: names)
        // The vocabularies are read with the first text, which need not be a customer's.
        _ = reader.read(FoldedText("50台"), of: "50台", today: Day(2026, 1, 1), minuteOfDay: 0)
        state.withLock { $0.entities = reader }
    }

    public func serve(_ configuration: Configuration) {
        let zone = TimeZone(named: configuration.businessHours.timezone) ?? .utc
        state.withLock {
            $0.zone = zone
            $0.clarification = Clarification(settings: configuration.understanding)
        }
    }

    /// The intent that is called so: by its name, a label or an alias.
    public func intent(called name: String) -> String? { state.withLock { $0.table }.intent(called: name) }

    public func understand(_ text: String, at time: Timestamp, locale: String) -> [String: Value] {
        let state = state.withLock { $0 }
        let folded = FoldedText(text)
        var found = [String: Value](minimumCapacity: UnderstandingKey.allCases.count)
        var topic: String?
        if let model = state.model {
            let (main, all) = model.readMessage(folded)
            Self.put(main, all, into: &found)
            found[.issue] = .text(state.table[main.name].issue.rawValue)
            topic = state.table[main.name].topic
            found[.question] = state.clarification.question(main, state.table, locale).map(Value.text)
        }
        let (today, minute) = Self.clock(time, state.zone)
        let passage = Passage(folded, of: text)
        let entities = state.entities.read(passage, of: text, today: today, minuteOfDay: minute)
        found[.entities] = .list(entities.map(\.contextValue))
        found[.topic] = (state.entities.topic(of: entities, in: passage) ?? topic).map(Value.text)
        let sentiment = Sentiment(of: passage)
        found[.sentiment] = .text(sentiment.label.rawValue)
        found[.sentimentValue] = .double(sentiment.value)
        found[.isUrgent] = .bool(sentiment.isUrgent)
        return found
    }

    private static func put(_ main: IntentReading, _ all: [String], into found: inout [String: Value]) {
        found[.intent] = .text(main.name)
        found[.confidence] = .double(main.confidence.rounded(to: 4))
        found[.alternatives] = .list(
            main.alternatives.map {
                ["name": .text($0.name), "confidence": .double($0.confidence.rounded(to: 4))]
            })
        found[.all] = .list(all.map(Value.text))
    }

    private static func clock(_ time: Timestamp, _ zone: TimeZone) -> (Day, Int) {
        let utc = time.milliseconds / 1000
        let local = utc + zone.offset(at: utc)
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return (Day(since1970: Int(days)), Int((local - days * 86_400) / 60))
    }
}

extension [String: Value] {
    fileprivate subscript(key: UnderstandingKey) -> Value? {
        get { self[key.rawValue] }
        set { self[key.rawValue] = newValue }
    }
}

extension Double {
    /// Nobody reads more of a chance.
    fileprivate func rounded(to places: Int) -> Double {
        let factor = (0..<places).reduce(1.0) { factor, _ in factor * 10 }
        return (self * factor).rounded() / factor
    }
}
