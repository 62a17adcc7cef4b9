/// Order and tracking numbers: 订单号SO20260311001, "order #10023", PO-2026-0117, o-1001, SF1234567890123.
struct OrderReader {
    let text: FoldedText

    static func read(_ text: FoldedText, written: String) -> [Candidate] {
        let reader = OrderReader(text: text)
        var found: [Candidate] = []
        var place = 0
        while place < text.count {
            guard let (end, hasDigit) = reader.token(at: place) else {
                place += 1
                continue
            }
            if hasDigit, let candidate = reader.order(place..<end) { found.append(candidate) }
            place = end
        }
        return found.isEmpty ? found : cased(found, text, written)
    }

    /// The tokens with the capitals they were written with.
    private static func cased(_ found: [Candidate], _ text: FoldedText, _ written: String) -> [Candidate] {
        let scalars = Array(written.unicodeScalars.prefix(text.originalCount))
        return found.map { candidate in
            var (candidate, token) = (candidate, String.UnicodeScalarView())
            for place in candidate.range {
                let (folded, origin) = (text.scalars[place], Int(text.origins[place]))
                let isCapital =
                    folded.isLatin && origin < scalars.count && scalars[origin].properties.isUppercase
                token.append(isCapital ? Unicode.Scalar(UInt8(folded.value) - 32) : folded)
            }
            candidate.value = .text(String(token))
            return candidate
        }
    }

    /// Where the letters, digits and joints between them end that stand here.
    private func token(at start: Int) -> (end: Int, hasDigit: Bool)? {
        guard text.scalars[start].isAlphanumeric else { return nil }
        var (end, hasDigit) = (start, false)
        while true {
            let scalar = text.at(end)
            guard scalar.isAlphanumeric || isJoint(end) else { return (end, hasDigit) }
            hasDigit = hasDigit || scalar.isDigit
            end += 1
        }
    }

    private func isJoint(_ place: Int) -> Bool {
        let scalar = text.at(place)
        return (scalar == "-" || scalar == "_" || scalar == "/") && text.at(place - 1).isAlphanumeric
            && text.at(place + 1).isAlphanumeric
    }

    private func order(_ token: Range<Int>) -> Candidate? {
        guard token.count >= 2, token.count <= 40, text.at(token.upperBound) != "@",
            text.at(token.lowerBound - 1) != "@",
            let shape = OrderShape(text, token), shape.digits > 0
        else { return nil }
        let label = OrderWords.label(text, before: token.lowerBound)
        guard let confidence = confidence(shape, label, token) else { return nil }
        return Candidate(.order, token, .text(text[token]), confidence: confidence)
    }

    private func confidence(_ shape: OrderShape, _ label: OrderWords.Label?, _ token: Range<Int>) -> Double? {
        if shape.isDate || text.at(token.upperBound) == ":" && text.at(token.upperBound + 1).isDigit {
            return nil
        }
        switch label {
        case .named where shape.digits >= 3 || token.count >= 4 && shape.letters > 0: return 1
        case .spoken where isSpokenOrder(shape, token): return 0.8
        default: break
        }
        if shape.isTracking { return 0.9 }
        if shape.hasPrefix, shape.digits >= (shape.letters == 1 ? 3 : 4) {
            return shape.letters == 1 ? 0.8 : 0.9
        }
        let isLong = shape.letters == 0 && (12...20).contains(shape.digits) && shape.joints == 0
        return isLong && OrderWords.isNear(text, token) ? 0.7 : nil
    }

    /// "my order 10023" is one; "order 500 pcs" and "order 50" are not.
    private func isSpokenOrder(_ shape: OrderShape, _ token: Range<Int>) -> Bool {
        guard Followers.isFree(text, at: token.upperBound) else { return false }
        if shape.letters > 0 { return shape.digits >= 3 && shape.letters <= 6 }
        return shape.digits >= 5 || shape.digits >= 3 && OrderWords.isOwned(text, before: token.lowerBound)
    }
}

/// What a token is made of.
struct OrderShape {
    private(set) var letters = 0
    private(set) var digits = 0
    private(set) var joints = 0
    private(set) var hasPrefix = false
    private(set) var isTracking = false
    /// 2026-03-15
    private(set) var isDate = false

    /// nil when it has no digit.
    init?(_ text: FoldedText, _ token: Range<Int>) {
        var head = 0
        for place in token {
            let scalar = text.at(place)
            if scalar.isLatin { letters += 1 } else if scalar.isDigit { digits += 1 } else { joints += 1 }
            if letters == place - token.lowerBound + 1 { head = letters }
        }
        guard digits > 0 else { return nil }
        let behind = text.at(token.lowerBound + head)
        let isPlain = head > 0 && letters == head && (behind.isDigit || behind == "-" || behind == "_")
        let prefix = isPlain ? text[token.lowerBound..<token.lowerBound + head] : ""
        hasPrefix = OrderWords.prefixes.contains(prefix) && (head > 1 || behind == "-")
        isTracking =
            OrderWords.couriers.contains { $0.matches(prefix, digits, joints) } || isPostal(text, token)
            || isUPS(text, token)
        let mark = text.at(token.lowerBound + 4)
        isDate =
            letters == 0 && joints == 2 && digits <= 8 && (mark == "-" || mark == "/")
            || letters == 0 && joints > 0 && digits < 6
    }

    /// RR123456789CN.
    private func isPostal(_ text: FoldedText, _ token: Range<Int>) -> Bool {
        token.count == 13 && letters == 4 && digits == 9 && text.at(token.lowerBound + 1).isLatin
            && text.at(token.upperBound - 2).isLatin
            && text.at(token.lowerBound).isLatin && text.at(token.upperBound - 1).isLatin
    }

    /// 1Z999AA10123456784.
    private func isUPS(_ text: FoldedText, _ token: Range<Int>) -> Bool {
        token.count == 18 && joints == 0 && text.has("1z", at: token.lowerBound)
    }
}
