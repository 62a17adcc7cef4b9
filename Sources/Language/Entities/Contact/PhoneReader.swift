/// Telephone numbers, in E.164 where their country is known: 138-0013-8000, (010) 8888 6666转8001, +44 20 7946 0958, 400-820-8820.
struct PhoneReader {
    let text: FoldedText

    static func read(_ text: FoldedText, _ numerals: [Numeral]) -> [Candidate] {
        let reader = PhoneReader(text: text)
        var found: [Candidate] = []
        var end = 0
        for numeral in numerals where numeral.range.lowerBound >= end {
            guard let candidate = reader.number(at: numeral) else { continue }
            found.append(candidate)
            end = candidate.range.upperBound
        }
        return found
    }

    private func number(at numeral: Numeral) -> Candidate? {
        let start = numeral.range.lowerBound
        if numeral.style == .spelled { return spoken(numeral) }
        guard numeral.style == .arabic, let opening = opening(start),
            !PhoneWords.isOtherNumber(text, before: opening)
        else { return nil }
        let isPlus = text.at(opening) == "+"
        guard
            let (value, end, confidence) = isPlus
                ? international(start) : chinese(start) ?? northAmerican(start) ?? labelled(start, opening),
            isEnd(end)
        else { return nil }
        let range = opening..<end
        guard let (suffix, stop) = self.extension(at: end) else {
            return Candidate(.phone, range, .text(value), confidence: confidence)
        }
        return Candidate(.phone, opening..<stop, .text(value + ";ext=" + suffix), confidence: confidence)
    }

    /// Where the number begins with its plus or bracket; nil inside of a code, an address, a price.
    private func opening(_ start: Int) -> Int? {
        var opening = start
        if text.at(start - 1) == "+" || text.at(start - 1) == "(" { opening -= 1 }
        if text.at(opening) == "(", text.at(opening - 1) == "+" { opening -= 1 }
        let before = text.at(opening - 1)
        if before.isDigit || ["$", "€", "£", "¥", "￥", "#", "@", "_", ".", "-", "="].contains(before) {
            return nil
        }
        guard !before.isLatin else { return PhoneWords.endsHere(text, opening) ? opening : nil }
        return opening
    }

    /// No unit, no decimals, no letters behind.
    private func isEnd(_ end: Int) -> Bool {
        let next = text.at(end)
        if next.isDigit || next == "@" || next == "%" || next == "_" || next == ":" { return false }
        if next.isLatin, !text.has("ext", at: end), next != "x" { return false }
        if next == "." || next == "-" || next == "/" || next == ",", text.at(end + 1).isAlphanumeric {
            return next == "-" && self.extension(at: end) != nil || next == "/" || next == ","
        }
        return Currencies.units.match(text, at: text.skippingSpace(end))?.meaning == nil
            && !["台", "套", "件", "个"].contains(next)
    }

    /// So many digits from a place, past single joints; nil when there are fewer. Where they end, and the digits.
    func digits(_ count: ClosedRange<Int>, from start: Int) -> (String, Int)? {
        var (digits, place, end) = ("", start, start)
        while digits.utf8.count < count.upperBound {
            let scalar = text.at(place)
            if scalar.isDigit {
                digits.unicodeScalars.append(scalar)
                place += 1
                end = place
            } else if let next = pastJoint(place) {
                place = next
            } else {
                break
            }
        }
        return digits.utf8.count >= count.lowerBound ? (digits, end) : nil
    }

    /// One space, hyphen, point or bracket, or ") " and " (".
    private func pastJoint(_ place: Int) -> Int? {
        if text.has("(0)", at: place) { return place + 3 }
        if text.has(" (0)", at: place) { return place + 4 }
        var next = place
        while next - place < 3, [" ", "-", ".", "(", ")", "·"].contains(text.at(next)) { next += 1 }
        guard next > place, text.at(next).isDigit else { return nil }
        if next - place == 2 { return text.at(place) == ")" || text.at(next - 1) == "(" ? next : nil }
        return next - place == 1 || text.has(" - ", at: place) ? next : nil
    }

    private func `extension`(at end: Int) -> (String, Int)? {
        var place = text.skippingSpace(end)
        if text.at(place) == ",", text.at(place + 1) == " " || text.at(place + 1).isLatin {
            place = text.skippingSpace(place + 1)
        }
        guard let word = PhoneWords.extensions.match(text, at: place) else { return nil }
        let start = text.skippingSpace(word.range.upperBound)
        let stop = text.endOfDigits(start)
        return (1...6).contains(stop - start) ? (text[start..<stop], stop) : nil
    }

    /// 一三八零零一三八零零零: said digit by digit.
    private func spoken(_ numeral: Numeral) -> Candidate? {
        let value = String(Int(numeral.value))
        guard numeral.range.count == 11, value.utf8.count == 11, PhonePlan.isMobile(value) else { return nil }
        return Candidate(.phone, numeral.range, .text("+86" + value), confidence: 0.9)
    }
}
