extension SpecificationReader {
    /// What the value at a range is of, before it or behind it; the range then holds both.
    func name(around range: inout Range<Int>) -> String? {
        if let (name, start) = nameBefore(range.lowerBound) {
            range = start..<range.upperBound
            return name
        }
        guard let (name, end) = nameBehind(range.upperBound) else { return nil }
        range = range.lowerBound..<end
        return name
    }

    /// 负载大概在10公斤, "a payload of 10 kg": past at most four words between.
    func nameBefore(_ place: Int) -> (String, Int)? {
        var end = text.skippingSpaceBack(place)
        for _ in 0..<4 {
            if let name = SpecificationNames.lexicon.match(text, at: end) {
                return (name.meaning, name.range.lowerBound)
            }
            guard let joint = SpecificationNames.joints.match(text, at: end) else { return nil }
            end = text.skippingSpaceBack(joint.range.lowerBound)
        }
        return nil
    }

    /// 10公斤的负载, "10 kg payload"; not when that name has a value of its own behind it.
    func nameBehind(_ place: Int) -> (String, Int)? {
        var start = text.skippingSpace(place)
        if text.at(start) == "的" { start += 1 }
        if text.has("of ", at: start) { start += 3 }
        guard let name = SpecificationNames.forward.match(text, at: start) else { return nil }
        var end = text.skippingSpace(name.range.upperBound)
        if [":", "是", "为", "≥", "≤", "±", "=", "-", "约"].contains(text.at(end)) {
            end = text.skippingSpace(end + 1)
        }
        guard !text.at(end).isDigit, !ChineseDigits.isPart(text.at(end)) else { return nil }
        return (name.meaning, name.range.upperBound)
    }
}
