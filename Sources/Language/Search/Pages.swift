/// Sketches one after another, read from end to end: for the few documents that changed since the base was built.
struct Pages: Sendable {
    private var keys: [UInt32] = []
    private var levels: [UInt8] = []
    private var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    mutating func append(_ sketch: Sketch) {
        for gram in sketch.grams { keys.append(gram.key) }
        levels += sketch.levels
        starts.append(keys.count)
    }

    /// Calls with page, the gram's number in the query, and its level.
    func forEach(of query: Query, _ body: (Int, Int, Int) -> Void) {
        let keys = keys.span
        for page in 0..<count {
            for at in starts[page]..<starts[page + 1] {
                if let gram = query.index(Gram(key: keys[at])) { body(page, gram, Int(levels[at])) }
            }
        }
    }
}
