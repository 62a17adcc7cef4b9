extension Passage {
    /// A reading as those outside see it: by its span in the text as it was written.
    func entity(_ candidate: Candidate) -> Entity {
        let span = text.original(candidate.range)
        var entity = Entity(candidate.kind, span, text(span), candidate.value)
        entity.confidence = candidate.confidence
        return entity
    }

    /// Where in the common spelling a span of the original stands.
    func folded(_ span: Range<Int>) -> Range<Int> {
        let start = index(ofOrigin: span.lowerBound)
        return start..<max(start, index(ofOrigin: span.upperBound))
    }

    private func index(ofOrigin origin: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) >> 1
            if Int(text.origins[middle]) < origin { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
