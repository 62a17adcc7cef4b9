extension IntentModel {
    /// The same model, told what some sentences mean: of them it guesses no more.
    public func told(_ sentences: some Sequence<(String, String)>) -> IntentModel {
        var model = self
        model.said = Dictionary(
            sentences.lazy.map { (Self.key(FoldedText($0.0).respelled.scalars[...]), $0.1) },
            uniquingKeysWith: { first, _ in first })
        return model
    }

    /// Whether what it is told of the one it is told of the other.
    public static func areOne(_ a: FoldedText, _ b: FoldedText) -> Bool {
        key(a.respelled.scalars[...]) == key(b.respelled.scalars[...])
    }

    /// What it was told of just this sentence.
    func said(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        said.isEmpty ? nil : said[Self.key(scalars)]
    }

    /// Of a sentence without its marks and spaces: nobody means another thing by an exclamation mark.
    private static func key(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var hash = StableHash()
        for scalar in scalars where scalar != "!" && scalar != "?" && CharacterKind(scalar) != .space {
            hash.add(UInt64(scalar.value))
        }
        return hash.value
    }
}
