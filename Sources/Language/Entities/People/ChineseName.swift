/// Reads Chinese names at a place.
struct ChineseName {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// 王经理, 王建国经理.
    func titled(at start: Int) -> [Range<Int>]? {
        guard let family = family(at: start), PersonWords.traps.end(in: passage, at: start) == nil else {
            return nil
        }
        for given in 0...2 {
            let end = family + given
            guard end < passage.count, given == 0 || passage.scalars[end - 1].isHan else { return nil }
            guard let title = PersonWords.titles.longest(in: passage, at: end) else { continue }
            guard mayPrecede(start), !goesOn(title.end, after: title.payload) else { return nil }
            // 员工 and 施工 are no titles, 给 is no given name.
            guard given == 0 || (title.payload == nil && !isVerb(family..<end)) else { return nil }
            return [start..<title.end]
        }
        return nil
    }

    /// 小陈, 老李.
    func familiar(at start: Int) -> [Range<Int>]? {
        guard PersonWords.familiar.contains(passage.scalars[start]), start + 1 < passage.count,
            PersonWords.commonFamilies.contains(passage.scalars[start + 1]), mayPrecede(start)
        else { return nil }
        let end = start + 2
        guard
            end >= passage.count || !passage.scalars[end].isHan
                || PersonWords.after.contains(passage.scalars[end])
        else {
            return nil
        }
        return [start..<end]
    }

    /// 我叫张伟; where that is not sure (我是), only when the clause is over then.
    func introduced(at place: Int, isSure: Bool) -> [Range<Int>] {
        var start = place
        while start < passage.count, " :是为叫".unicodeScalars.contains(passage.scalars[start]) { start += 1 }
        guard start < passage.count else { return [] }
        if let called = titled(at: start) ?? familiar(at: start) { return called }
        guard let family = family(at: start), PersonWords.traps.end(in: passage, at: start) == nil else {
            return []
        }
        var end = family
        while end < passage.count, end < family + 3, passage.scalars[end].isHan,
            !PersonWords.after.contains(passage.scalars[end])
        {
            end += 1
        }
        guard end - family <= 2, end > family || (isSure && passage.scalars[place - 1] == "姓") else {
            return []
        }
        guard isSure || end >= passage.count || passage.endsClause(at: end) else { return [] }
        return [start..<end]
    }

    /// 请找张三丰: a whole name, behind which the clause is over; 请找张图片 names nobody.
    func wanted(at start: Int) -> [Range<Int>] {
        guard start < passage.count, PersonWords.commonFamilies.contains(passage.scalars[start]),
            let name = fullName(at: start), name.count == 3,
            name.upperBound >= passage.count || passage.endsClause(at: name.upperBound),
            !passage.contains(PersonWords.things, in: start + 1..<name.upperBound)
        else { return [] }
        return [name]
    }

    /// 某某有限公司的王小明, behind which the clause is over, and 王小明 13800138000.
    func called(at start: Int) -> [Range<Int>] {
        guard let name = fullName(at: start) else { return [] }
        if start > 2, passage.scalars[start - 1] == "的",
            PersonWords.employers.contains(where: {
                passage.text.has($0, at: start - 1 - $0.unicodeScalars.count)
            })
        {
            return name.upperBound >= passage.count || passage.endsClause(at: name.upperBound) ? [name] : []
        }
        guard start == 0 || passage.endsClause(at: start - 1) || passage.scalars[start - 1] == "," else {
            return []
        }
        return isMobile(passage.text.skippingSpace(name.upperBound)) ? [name] : []
    }

    /// A family name and one or two characters that may be given.
    private func fullName(at start: Int) -> Range<Int>? {
        guard let family = family(at: start), PersonWords.traps.end(in: passage, at: start) == nil else {
            return nil
        }
        var end = family
        while end < passage.count, end < family + 3, passage.scalars[end].isHan { end += 1 }
        guard end > family, end < family + 3, !isVerb(family..<end) else { return nil }
        return start..<end
    }

    private func isMobile(_ place: Int) -> Bool {
        let text = passage.text
        return text.at(place) == "1" && text.endOfDigits(place) == place + 11
    }

    private func isVerb(_ given: Range<Int>) -> Bool { passage.contains(PersonWords.verbs, in: given) }

    private func family(at start: Int) -> Int? {
        // 谢谢老板 names nobody.
        if passage.scalars[start] == "谢", start > 0,
            "谢感多致".unicodeScalars.contains(passage.scalars[start - 1])
        {
            return nil
        }
        if let end = PersonWords.doubleFamilies.end(in: passage, at: start) { return end }
        return PersonWords.families.contains(passage.scalars[start]) ? start + 1 : nil
    }

    /// Whether a name may begin here: at a border, or after a character that ends no word with it.
    private func mayPrecede(_ start: Int) -> Bool {
        start == 0 || !passage.scalars[start - 1].isHan
            || PersonWords.before.contains(passage.scalars[start - 1])
            || passage.text.has("一下", at: start - 2)
    }

    /// 王总部 is no 王总.
    private func goesOn(_ end: Int, after longer: String?) -> Bool {
        guard let longer, end < passage.count else { return false }
        return longer.unicodeScalars.contains(passage.scalars[end])
    }
}
