/// One reading of a stretch of a folded text, before overlapping readings are resolved.
struct Candidate: Sendable, Equatable {
    var kind: Entity.Kind
    /// In scalars of the folded text.
    var range: Range<Int>
    var value: Entity.Value
    /// 0…1: below 1 where it was guessed.
    var confidence = 1.0

    init(_ kind: Entity.Kind, _ range: Range<Int>, _ value: Entity.Value, confidence: Double = 1) {
        self.kind = kind
        self.range = range
        self.value = value
        self.confidence = confidence
    }
}
