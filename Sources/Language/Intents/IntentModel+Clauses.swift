extension IntentModel {
    /// What a whole message wants: first and foremost, and everything that it asks for, in order.
    public func readMessage(_ text: FoldedText) -> (main: IntentReading, all: [String]) {
        let whole = read(text)
        let clauses = Clauses.of(text)
        guard clauses.count > 1 else { return (whole, whole.name == TrainingSet.none ? [] : [whole.name]) }
        let readings = clauses.prefix(Clauses.most).map { read(text.scalars[$0]) }
        var all: [String] = []
        for reading in readings where isClear(reading, beside: whole) && all.last != reading.name {
            if !all.contains(reading.name) { all.append(reading.name) }
        }
        if whole.name != TrainingSet.none, !all.contains(whole.name) {
            all = insert(whole.name, into: all, readings)
        }
        // Whoever says hello and asks wants what he asks.
        let isSocial = { (name: String) in name == "greeting" || name == "thanks" }
        guard isSocial(whole.name) || whole.name == TrainingSet.none,
            let asked = readings.first(where: { all.contains($0.name) && !isSocial($0.name) })
        else { return (whole, all) }
        return (asked, all)
    }

    /// A clause speaks for itself only when it is sure, or when the whole thinks of it too.
    private func isClear(_ reading: IntentReading, beside whole: IntentReading) -> Bool {
        guard reading.name != TrainingSet.none else { return false }
        if reading.name == whole.name { return reading.confidence > 0.5 }
        let supported = whole.alternatives.first { $0.name == reading.name }?.confidence ?? 0
        return reading.confidence > (supported > 0.05 ? 0.6 : 0.85)
    }

    /// Where the clause stands that says it best.
    private func insert(_ name: String, into all: [String], _ readings: [IntentReading]) -> [String] {
        let best = readings.indices.max { a, b in
            weight(of: name, in: readings[a]) < weight(of: name, in: readings[b])
        }
        let before = best.map { readings[..<$0].map(\.name).filter(all.contains) } ?? []
        var all = all
        all.insert(name, at: min(all.count, Set(before).count))
        return all
    }

    private func weight(of name: String, in reading: IntentReading) -> Double {
        reading.alternatives.first { $0.name == name }?.confidence ?? 0
    }
}
