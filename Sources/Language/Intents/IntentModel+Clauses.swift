extension IntentModel {
    /// What a whole message wants: first and foremost, and everything that it asks for, in order.
    public func readMessage(_ text: FoldedText) -> (main: IntentReading, all: [String]) {
        let text = text.respelled
        // What somebody said of just this message is all of it.
        if let name = said(text.scalars[...]) {
            return (read(text.scalars[...]), name == TrainingSet.none ? [] : [name])
        }
        let clauses = Clauses.of(text)
        let wanted = clauses.filter { !$0.isDenied }
        if wanted.count < clauses.count {
            let rest = read(
                wanted.map { text.scalars[$0.range] }, of: wanted.flatMap { text.scalars[$0.range] }[...])
            // Where nothing else is wanted, what is not wanted is what it speaks of.
            if isWish(rest.main.name) { return rest }
        }
        return read(clauses.map { text.scalars[$0.range] }, of: text.scalars[...])
    }

    private func isWish(_ name: String) -> Bool { name != TrainingSet.none && !courtesies.contains(name) }

    private func read(_ clauses: [ArraySlice<Unicode.Scalar>], of message: ArraySlice<Unicode.Scalar>)
        -> (main: IntentReading, all: [String])
    {
        let whole = read(message)
        guard clauses.count > 1 else { return (whole, whole.name == TrainingSet.none ? [] : [whole.name]) }
        let readings = clauses.map(read)
        /// By intent the clause that says it first.
        var places: [String: Int] = [:]
        for (place, reading) in readings.enumerated().reversed() where isClear(reading, beside: whole) {
            places[reading.name] = place
        }
        // The whole may only sound like a clause of which somebody said that it means another thing.
        let told = places[whole.name] == nil ? toldWish(clauses, readings) : nil
        if told == nil, whole.name != TrainingSet.none, places[whole.name] == nil {
            places[whole.name] = clause(saying: whole.name, among: clauses)
        }
        let all = places.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        if let told { return (told, all) }
        // Whoever says hello and asks wants what he asks.
        guard !isWish(whole.name),
            let asked = readings.first(where: { isWish($0.name) && all.contains($0.name) })
        else { return (whole, all) }
        return (asked, all)
    }

    private func toldWish(_ clauses: [ArraySlice<Unicode.Scalar>], _ readings: [IntentReading])
        -> IntentReading?
    {
        zip(clauses, readings).first { said($0) != nil && isWish($1.name) }?.1
    }

    /// A clause speaks for itself only when it is sure, or when the whole thinks of it too.
    private func isClear(_ reading: IntentReading, beside whole: IntentReading) -> Bool {
        guard reading.name != TrainingSet.none else { return false }
        if reading.name == whole.name { return reading.confidence > 0.5 }
        let supported = whole.alternatives.first { $0.name == reading.name }?.confidence ?? 0
        return reading.confidence > (supported > 0.05 ? 0.6 : 0.85)
    }

    /// The clause whose words speak most for an intent that only the whole message shows.
    private func clause(saying intent: String, among clauses: [ArraySlice<Unicode.Scalar>]) -> Int? {
        guard let label = labels.firstIndex(of: intent) else { return nil }
        let scores = clauses.map { linear.scores(vocabulary.vector($0))[number: label] }
        return scores.indices.max { scores[$0] < scores[$1] }
    }
}
