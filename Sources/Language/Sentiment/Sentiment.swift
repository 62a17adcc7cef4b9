/// How somebody feels about what he writes, and whether it cannot wait.
public struct Sentiment: Sendable, Equatable {
    public enum Label: String, Sendable, CaseIterable { case negative, neutral, positive }

    /// From -1, as bad as can be, to 1.
    public var value: Double
    public var isUrgent: Bool

    public init(value: Double, isUrgent: Bool) {
        self.value = value
        self.isUrgent = isUrgent
    }

    public var label: Label {
        if value <= -Self.threshold { return .negative }
        return value >= Self.threshold ? .positive : .neutral
    }

    /// Thanks and a greeting stay below it.
    private static let threshold = 0.25

    /// `written` is what the text was folded from.
    public init(of text: FoldedText, written: String) { self.init(of: Passage(text, of: written)) }

    public init(of passage: Passage) {
        var reading = SentimentReading(passage)
        reading.run()
        self.init(value: reading.value, isUrgent: reading.isUrgent)
    }
}
