extension IntentModel {
    /// The same model, told what some sentences mean: of them it guesses no more.
    public func told(_ sentences: some Sequence<(String, String)>) -> IntentModel {
        var model = self
        model.said = Dictionary(
            sentences.lazy.map { (Self.key(FoldedText($0.0)), $0.1) },
            uniquingKeysWith: { first, _ in first })
        return model
    }

    /// Of one sentence, however it is written: what is said of it once is said of it in every spelling.
    public static func key(_ text: FoldedText) -> UInt64 { key(text.respelled.scalars[...]) }

    /// What it was told of just this sentence.
    func said(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        said.isEmpty ? nil : said[Self.key(scalars)]
    }

    /// Of a sentence without its marks and spaces: nobody means another thing by an exclamation mark.
    private static func key(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var words = StableHash()
        var marks = StableHash()
        var hasWords = false
        for (index, scalar) in zip(scalars.indices, scalars) {
            marks.add(UInt64(scalar.value))
            let isMark = scalar == "!" || scalar == "?" || CharacterKind(scalar) == .space
            guard !isMark || isPoint(scalars, index) else { continue }
            words.add(UInt64(scalar.value))
            hasWords = true
        }
        return hasWords ? words.value : marks.value
    }

    /// 3.5 is not 35.
    private static func isPoint(_ scalars: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
        guard scalars[index] == ".", index > scalars.startIndex, index + 1 < scalars.endIndex else {
            return false
        }
        return CharacterKind(scalars[index - 1]) == .digit && CharacterKind(scalars[index + 1]) == .digit
    }
}
