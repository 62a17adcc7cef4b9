import ConciergeCore

/// Where each question and section stands in its list, by id; twelve bytes for each.
struct PlaceTable: Sendable {
    private var hashes: [UInt64] = []
    /// Of an answer its index, of a section what is left to -1.
    private var indices: [Int32] = []

    init() {}

    init(_ base: KnowledgeBase) {
        let answers = base.answers.enumerated().map { (stableHash($1.id), Int32($0)) }
        let sections = base.sections.enumerated().map { (stableHash($1.id), -1 - Int32($0)) }
        let all = (answers + sections).sorted { $0.0 < $1.0 }
        hashes = all.map(\.0)
        indices = all.map(\.1)
    }

    func answer(_ id: String, in base: KnowledgeBase) -> FAQEntry? {
        candidates(id).lazy.filter { $0 >= 0 }.map { base.answers[Int($0)] }.first { $0.id == id }
    }

    func section(_ id: String, in base: KnowledgeBase) -> Section? {
        candidates(id).lazy.filter { $0 < 0 }.map { base.sections[-1 - Int($0)] }.first { $0.id == id }
    }

    private func candidates(_ id: String) -> ArraySlice<Int32> {
        let hash = stableHash(id)
        var (lower, upper) = (0, hashes.count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if hashes[middle] < hash { lower = middle + 1 } else { upper = middle }
        }
        return indices[lower...].prefix(hashes[lower...].prefix { $0 == hash }.count)
    }
}
