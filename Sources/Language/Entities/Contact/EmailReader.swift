/// E-mail addresses: full-width signs, dots and subdomains, Chinese on either side, a full stop behind.
enum EmailReader {
    static func read(_ text: FoldedText) -> [Candidate] {
        var found: [Candidate] = []
        var end = 0
        for (place, scalar) in text.scalars.enumerated() where scalar == "@" || scalar == "(" || scalar == "["
        {
            guard place >= end, let width = sign(text, at: place),
                let range = address(text, around: place, width)
            else {
                continue
            }
            let value = text[range].filter { $0 != " " }.replacing("(at)", with: "@").replacing(
                "[at]", with: "@")
            found.append(Candidate(.email, range, .text(value)))
            end = range.upperBound
        }
        return found
    }

    /// @, (at) or [at].
    private static func sign(_ text: FoldedText, at place: Int) -> Int? {
        if text.at(place) == "@" { return 1 }
        return text.has("(at)", at: place) || text.has("[at]", at: place) ? 4 : nil
    }

    private static func address(_ text: FoldedText, around sign: Int, _ width: Int) -> Range<Int>? {
        let isSpaced = text.at(sign - 1) == " " && text.at(sign + width) == " "
        let end = isSpaced || width > 1 ? text.skippingSpaceBack(sign) : sign
        let start = local(text, endingAt: end)
        let domainStart = isSpaced || width > 1 ? text.skippingSpace(sign + width) : sign + width
        guard start < end, let domainEnd = domain(text, from: domainStart) else { return nil }
        return start..<domainEnd
    }

    /// At most 64 characters, no dot at either end.
    private static func local(_ text: FoldedText, endingAt end: Int) -> Int {
        guard text.at(end - 1) != "." else { return end }
        var start = end
        while end - start < 64, isLocal(text.at(start - 1)),
            !(text.at(start - 1) == "." && text.at(start) == ".")
        { start -= 1 }
        while start < end, !text.at(start).isAlphanumeric, text.at(start) != "_" { start += 1 }
        return start
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isAlphanumeric || [".", "_", "-", "+", "%", "!", "#", "&", "'", "="].contains(scalar)
    }

    /// Labels with dots between; the last is of letters, and a sentence that goes on without a space is none.
    private static func domain(_ text: FoldedText, from start: Int) -> Int? {
        var (place, best) = (start, nil as Int?)
        var isGeneric = false
        while place - start < 253 {
            let label = place
            while text.at(place).isAlphanumeric || text.at(place) == "-" { place += 1 }
            var end = place
            while end > label, text.at(end - 1) == "-" { end -= 1 }
            guard end > label, text.at(label) != "-" else { break }
            let isWord = (label..<end).allSatisfy { text.at($0).isLatin }
            if label > start, isWord, end - label >= 2, !isGeneric || end - label == 2 {
                best = end
            } else if isGeneric {
                break
            }
            isGeneric = isGeneric || label > start && isWord && generic.contains(text[label..<end])
            guard text.at(place) == ".", end == place else { break }
            place += 1
        }
        return best
    }

    private static let generic: Set<String> = ["com", "net", "org", "edu", "gov", "info", "io"]
}
