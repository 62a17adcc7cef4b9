/// Finds every number of a text in one pass: all kinds with a number in them start from these.
struct NumeralScanner {
    let text: FoldedText
    private(set) var numerals: [Numeral] = []
    /// How many scalars were looked at by the outer loop: a test counts it.
    private(set) var steps = 0

    static func scan(_ text: FoldedText) -> [Numeral] {
        var scanner = NumeralScanner(text: text)
        scanner.run()
        return scanner.numerals
    }

    init(text: FoldedText) { self.text = text }

    mutating func run() {
        var place = 0
        while place < text.count {
            steps += 1
            let scalar = text.scalars[place]
            if scalar.isDigit {
                place = keep(arabic(at: place)) ?? text.endOfDigits(place)
            } else if scalar.isLatin {
                place = keep(english(at: place)) ?? endOfWord(place)
            } else if scalar.value >= 0x3007, ChineseDigits.role(scalar) != .none {
                place = keep(chinese(at: place)) ?? place + 1
            } else {
                place += 1
            }
        }
    }

    private mutating func keep(_ numeral: Numeral?) -> Int? {
        guard let numeral else { return nil }
        numerals.append(numeral)
        return numeral.range.upperBound
    }

    private func endOfWord(_ place: Int) -> Int {
        var end = place + 1
        while text.at(end).isLatin { end += 1 }
        return end
    }

    /// 第3台, 三分之一, 百分之五: a number that counts nothing.
    func isOrdinal(_ place: Int) -> Bool {
        let before = text.at(text.skippingSpaceBack(place) - 1)
        return before == "第" || before == "#" || before == "之" && text.at(place - 2) == "分"
    }
}
