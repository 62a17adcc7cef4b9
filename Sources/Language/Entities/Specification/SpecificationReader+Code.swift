extension SpecificationReader {
    /// IP65, M8x20, DN50, PN16, 304不锈钢, 316L.
    func code(at index: Int) -> (Candidate, Int)? {
        material(at: index) ?? prefixed(at: index)
    }

    private func prefixed(at index: Int) -> (Candidate, Int)? {
        let numeral = numerals[index]
        let start = numeral.range.lowerBound
        let end = text.endOfDigits(start)
        guard end > start, let prefix = Codes.prefixes.match(text, at: text.skippingSpaceBack(start)),
            prefix.meaning.digits.contains(end - start), isWhole(prefix.range.lowerBound),
            text.at(start - 1) != " " || prefix.range.count > 1
        else { return nil }
        var range = prefix.range.lowerBound..<end
        var last = index
        var code = prefix.meaning.spelling + text[start..<end]
        if prefix.meaning.hasMore {
            let more = tail(from: end)
            guard more > end || prefix.meaning.spelling == "M" else { return nil }
            code += text[end..<more].replacing("*", with: "x").replacing("×", with: "x")
            range = range.lowerBound..<more
        } else if text.at(end).isLatin, prefix.meaning.spelling != "IP" || text.at(end + 1).isLatin {
            return nil
        }
        guard !text.at(range.upperBound).isDigit, text.at(range.upperBound) != "-" else { return nil }
        while last + 1 < numerals.count, numerals[last + 1].range.lowerBound < range.upperBound { last += 1 }
        let name = name(around: &range) ?? prefix.meaning.name
        return (Candidate(.specification, range, .specification(.init(name: name, code: code))), last)
    }

    private func isWhole(_ start: Int) -> Bool {
        let before = text.at(start - 1)
        return !before.isAlphanumeric && before != "-" && before != "_" && before != "."
    }

    /// x20, ×1.25x40, 1/2.
    private func tail(from place: Int) -> Int {
        var end = place
        while ["x", "×", "*", "/"].contains(text.at(end)), text.at(end + 1).isDigit {
            end = text.endOfDigits(end + 1)
            if text.at(end) == ".", text.at(end + 1).isDigit { end = text.endOfDigits(end + 1) }
        }
        return end
    }

    /// 304不锈钢, 45号钢, 316L.
    private func material(at index: Int) -> (Candidate, Int)? {
        let numeral = numerals[index]
        let start = numeral.range.lowerBound
        guard numeral.style == .arabic, !numeral.isPart, text.endOfDigits(start) == numeral.range.upperBound,
            Codes.grades.contains(Int(numeral.value)), numeral.scale == 1
        else { return nil }
        var (end, code) = (numeral.range.upperBound, text[numeral.range])
        if text.at(end) == "l", !text.at(end + 1).isAlphanumeric, numeral.value == 304 || numeral.value == 316
        {
            end += 1
            code += "L"
        }
        let isLow = code.hasSuffix("L")
        let word = Codes.materials.match(text, at: text.skippingSpace(end))
        guard word != nil || isLow else { return nil }
        let range = start..<(word?.range.upperBound ?? end)
        let specification = Entity.Specification(name: word?.meaning ?? "材质", code: code)
        return (Candidate(.specification, range, .specification(specification)), index)
    }

    /// 1920x1080, 600*400*300mm, 2m×3m.
    func dimensions(at index: Int) -> (Candidate, Int)? {
        guard isFactor(index), !isContinued(index) else { return nil }
        var (last, code, unit) = (
            index, written(index), self.unit(at: text.skippingSpace(numerals[index].range.upperBound))
        )
        var end = unit?.range.upperBound ?? numerals[index].range.upperBound
        while last + 1 < numerals.count, let start = times(end), start == numerals[last + 1].range.lowerBound
        {
            last += 1
            code += "x" + written(last)
            end = numerals[last].range.upperBound
            if let next = self.unit(at: text.skippingSpace(end)) {
                (unit, end) = (next, next.range.upperBound)
            }
        }
        guard last > index, isSize(index...last, unit?.meaning.name) else { return nil }
        var range = numerals[index].range.lowerBound..<end
        let name = name(around: &range)
        let specification = Entity.Specification(name: name, unit: unit?.meaning.name, code: code)
        return (Candidate(.specification, range, .specification(specification)), last)
    }

    private func isFactor(_ index: Int) -> Bool {
        numerals[index].style == .arabic && !numerals[index].isPart
    }

    /// Within a chain that was refused from its beginning: it is not tried again from each of its numbers.
    private func isContinued(_ index: Int) -> Bool {
        guard index > 0, isFactor(index - 1) else { return false }
        let end = numerals[index - 1].range.upperBound
        let unit = self.unit(at: text.skippingSpace(end))
        return times(unit?.range.upperBound ?? end) == numerals[index].range.lowerBound
    }

    private func written(_ index: Int) -> String { text[numerals[index].range] }

    private func times(_ place: Int) -> Int? {
        let mark = text.skippingSpace(place)
        guard ["x", "×", "*", "乘", "✕"].contains(text.at(mark)) else { return nil }
        let start = text.skippingSpace(mark + 1)
        return text.at(start).isDigit ? start : nil
    }

    /// 2x50kg is two of fifty kilograms, 1920x1080 and 2x3m are sizes.
    private func isSize(_ indices: ClosedRange<Int>, _ unit: String?) -> Bool {
        if let unit { return ["mm", "cm", "m", "in", "ft", "km", "μm", "px", "dm"].contains(unit) }
        return indices.count > 2 || indices.allSatisfy { numerals[$0].value >= 100 }
            || nameBehind(numerals[indices.upperBound].range.upperBound) != nil
    }
}
