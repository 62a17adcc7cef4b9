extension PhoneReader {
    typealias Number = (value: String, end: Int, confidence: Double)

    /// Behind a plus, or 00: country and number.
    func international(_ start: Int) -> Number? {
        guard let (digits, longest) = digits(7...15, from: start), digits.utf8.first != 0x30 else {
            return nil
        }
        guard let plan = PhonePlan.of(digits) else { return ("+" + digits, longest, 0.9) }
        if digits.hasPrefix("860") { return trunkZero(start) }
        for count in plan.lengths.reversed() {
            let whole = plan.code.utf8.count + count
            guard digits.utf8.count >= whole, let (exact, end) = self.digits(whole...whole, from: start),
                !text.at(end).isDigit
            else {
                continue
            }
            return ("+" + exact, end, 1)
        }
        return nil
    }

    /// +86 010…: the zero is only dialled inside the country.
    private func trunkZero(_ start: Int) -> Number? {
        for count in [14, 13] {
            if let (exact, end) = digits(count...count, from: start), !text.at(end).isDigit {
                return ("+86" + exact.dropFirst(3), end, 1)
            }
        }
        return nil
    }

    /// A mobile, a landline with its area code, a 400 or 800 number.
    func chinese(_ start: Int) -> Number? {
        switch text.at(start) {
        case "1": return mobile(start, "")
        case "8":
            if text.at(start + 1) == "6", let (digits, end) = digits(13...13, from: start),
                PhonePlan.isMobile(digits.dropFirst(2))
            {
                return ("+" + digits, end, 1)
            }
            return service(start)
        case "4": return service(start)
        case "0":
            guard text.at(start + 1) == "0" else { return landline(start) }
            return international(start + 2)
        default: return nil
        }
    }

    private func mobile(_ start: Int, _ prefix: String) -> Number? {
        guard let (digits, end) = digits(11...11, from: start), PhonePlan.isMobile(digits),
            !text.at(end).isDigit,
            isGrouped(start..<end)
        else { return nil }
        return ("+86" + digits, end, 1)
    }

    /// 138 0013 8000 and 138-00138000, not "1 38 00...": the first group has three digits or more.
    private func isGrouped(_ range: Range<Int>) -> Bool {
        text.endOfDigits(range.lowerBound) - range.lowerBound >= 3
    }

    /// 400-820-8820 cannot be called from abroad: it stays as it is.
    private func service(_ start: Int) -> Number? {
        guard let (digits, end) = digits(10...10, from: start),
            digits.hasPrefix("400") || digits.hasPrefix("800"),
            isGrouped(start..<end), !text.at(end).isDigit, !text.has("00000", at: start + 3)
        else { return nil }
        return (digits, end, 0.9)
    }

    private func landline(_ start: Int) -> Number? {
        let area = text.at(start + 1) == "1" || text.at(start + 1) == "2" ? 3 : 4
        for count in [8, 7] {
            guard let (digits, end) = digits(area + count...area + count, from: start), !text.at(end).isDigit
            else { continue }
            let local = digits.dropFirst(area)
            guard let first = local.first, first >= "2",
                area == 4 || PhonePlan.areas.contains(digits.prefix(3)),
                area == 3 || digits.dropFirst().first ?? "0" > "2"
            else { return nil }
            return ("+86" + digits.dropFirst(), end, text.endOfDigits(start) == end ? 0.9 : 1)
        }
        return nil
    }

    /// (415) 555-2671, 415-555-2671, 1-800-555-0199.
    func northAmerican(_ start: Int) -> Number? {
        let hasOne = text.at(start) == "1" && !text.at(start + 1).isDigit
        let count = hasOne ? 11 : 10
        guard let (digits, end) = digits(count...count, from: start), !text.at(end).isDigit else {
            return nil
        }
        let local = digits.suffix(10)
        let area = hasOne ? start + 2 : start
        let begin = text.at(area) == "(" ? area + 1 : area
        guard text.endOfDigits(begin) == begin + 3, end - start >= count + 2, let a = local.first, a >= "2",
            let b = local.dropFirst(3).first, b >= "2",
            text.at(end - 5) == "-" || text.at(end - 5) == "." || text.at(end - 5) == " "
        else { return nil }
        return ("+1" + local, end, 0.8)
    }

    /// Any 5 to 12 digits behind a word for telephones: 电话 88886666, "hotline 95533".
    func labelled(_ start: Int, _ opening: Int) -> Number? {
        guard PhoneWords.endsHere(text, opening), let (digits, end) = digits(5...12, from: start),
            !text.at(end).isDigit
        else { return nil }
        return (digits, end, 0.8)
    }
}

/// How the numbers of countries are made.
struct PhonePlan: Sendable {
    var code: String
    /// How many digits follow the code.
    var lengths: [Int]

    static func of(_ digits: String) -> PhonePlan? {
        plans.first { digits.hasPrefix($0.code) }
    }

    static func isMobile(_ digits: some StringProtocol) -> Bool {
        guard digits.utf8.count == 11, digits.hasPrefix("1"), let second = digits.dropFirst().first else {
            return false
        }
        return second >= "3" && second <= "9"
    }

    /// Area codes of three digits.
    static let areas: Set<Substring> = ["010", "020", "021", "022", "023", "024", "025", "027", "028", "029"]

    private static let plans: [PhonePlan] = table.split(separator: "\n").map { line in
        let numbers = line.split(separator: " ")
        return PhonePlan(code: String(numbers[0]), lengths: numbers.dropFirst().compactMap { Int($0) })
    }

    /// Code, then the counts of digits behind it, rising.
    private static let table = """
        1 10
        7 10
        852 8
        853 8
        855 8 9
        856 8 9 10
        880 10
        886 8 9
        81 9 10
        82 8 9 10
        84 9 10
        86 10 11
        65 8
        66 8 9
        60 7 8 9 10
        61 9
        62 8 9 10 11
        63 8 9 10
        64 8 9 10
        91 10
        92 9 10
        94 9
        95 8 9 10
        98 10
        90 10
        20 8 9 10
        27 9
        30 10
        31 9
        32 8 9
        33 9
        34 9
        36 8 9
        39 8 9 10 11
        40 9
        41 9
        43 7 8 9 10 11
        44 9 10
        45 8
        46 7 8 9
        47 8
        48 9
        49 7 8 9 10 11
        351 9
        353 7 8 9
        358 7 8 9 10
        380 9
        420 9
        421 9
        966 8 9
        971 8 9
        972 8 9
        52 10
        54 10 11
        55 10 11
        56 9
        57 10
        234 8 10
        254 9
        """
}
