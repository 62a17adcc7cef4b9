/// English words without their endings, as lightly as search needs: orders, ordered and ordering are one.
enum Stem {
    private static let endings: [[Unicode.Scalar]] = [["i", "n", "g"], ["e", "d"]]

    static func of(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var word = word
        if word.count > 2, word.hasEnding(["'", "s"]) { word.removeLast(2) }
        guard word.count > 3, word.allSatisfy({ ("a"..."z").contains($0) }) else { return word }
        if word.hasEnding(["i", "e", "s"]), word.count > 4 {
            word.removeLast(3)
            return word + ["y"]
        }
        if word.hasEnding(["s", "s", "e", "s"]) {
            word.removeLast(2)
        } else if word.last == "s" {
            if !word.hasEnding(["s", "s"]), !word.hasEnding(["u", "s"]), !word.hasEnding(["i", "s"]) {
                word.removeLast()
            }
        }
        for ending in endings where word.hasEnding(ending) && word.count >= ending.count + 3 {
            word.removeLast(ending.count)
            // shipped, shipping: the letter doubled before an ending is one again.
            if let last = word.last, word.dropLast().last == last, last != "l", last != "s", last != "z" {
                word.removeLast()
            }
        }
        if word.count > 4, word.last == "e" { word.removeLast() }
        return word
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate func hasEnding(_ ending: [Unicode.Scalar]) -> Bool {
        suffix(ending.count).elementsEqual(ending)
    }
}
