extension FoldedText {
    /// The scalar at a place, NUL outside the text: nothing folds to it.
    func at(_ place: Int) -> Unicode.Scalar { scalars.indices.contains(place) ? scalars[place] : "\0" }

    /// The place after a single space, if one stands here.
    func skippingSpace(_ place: Int) -> Int { at(place) == " " ? place + 1 : place }

    /// The place before a single space, if one ends here.
    func skippingSpaceBack(_ place: Int) -> Int { at(place - 1) == " " ? place - 1 : place }

    /// No Latin word goes on across this place.
    func isWordBoundary(_ place: Int) -> Bool { !(at(place - 1).isLatin && at(place).isLatin) }

    /// Where the run of digits that starts here ends.
    func endOfDigits(_ place: Int) -> Int {
        var end = place
        while at(end).isDigit { end += 1 }
        return end
    }

    /// Whether this word stands at a place, whole.
    func has(_ word: String, at place: Int) -> Bool {
        var i = place
        for scalar in word.unicodeScalars {
            guard at(i) == scalar else { return false }
            i += 1
        }
        return true
    }
}

extension Unicode.Scalar {
    var digit: Int? { isDigit ? Int(value &- 0x30) : nil }
    var isAlphanumeric: Bool { isDigit || isLatin }
}
