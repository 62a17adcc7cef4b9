/// Questions with their answers, and sections of documents, found again by what somebody asks in other words.
///
/// A value: copies share what did not change, so that one can be searched on many threads while the next is prepared.
public struct KnowledgeIndex: Sendable {
    private(set) var base: Base
    /// Slots that were replaced or removed, a bit each, and how many they are.
    private(set) var buried: [UInt64]
    private var buriedCount = 0
    /// In how many documents more than in the base a gram stands, or fewer.
    private var shifts: [UInt32: Int32] = [:]
    /// What came after the base: slots follow on the base's.
    private(set) var recent = Archive()
    private(set) var recentPages = Pages()
    private(set) var recentIDs: [UInt32] = []
    private(set) var recentQuestions: [(hash: UInt32, slot: Int)] = []
    /// Another one after each change: it tells what a gram is worth, and in copies that part a slot is not the same document.
    private(set) var readings = Readings()
    public private(set) var count: Int
    var learned: Learned?

    public init(_ documents: some Sequence<Document> = []) {
        base = Base(documents)
        buried = [UInt64](repeating: 0, count: (base.count + 63) / 64)
        count = base.count
    }

    /// So much changed since it was built that searching slows down: time to `compact` a copy.
    public var isFragmented: Bool { recentPages.count + buriedCount > min(1024, 16 + base.count / 4) }

    /// Builds anew from all that is there; takes seconds for a hundred thousand documents.
    public mutating func compact() {
        let old = self
        self = KnowledgeIndex(old.slots.lazy.map { old[slot: $0] })
        old.learned.map { adopt($0.matcher) }
    }

    public var documents: [Document] { slots.map { self[slot: $0] } }

    public subscript(id: String) -> Document? { slot(of: id).map { self[slot: $0] } }

    /// Inserts a document, or replaces the one with its id.
    public mutating func update(_ document: Document) {
        remove(document.id)
        var sketch = Sketch()
        sketch.read(document)
        let slot = base.count + recent.count
        recent.append(document)
        readings = Readings()
        recentPages.append(sketch)
        for gram in sketch.grams { shifts[gram.key, default: 0] += 1 }
        recentIDs.append(Directory.hash(document.id))
        recentQuestions += sketch.questions.map { ($0, slot) }
        if slot & 63 == 0 || buried.count * 64 <= slot { buried.append(0) }
        count += 1
    }

    public mutating func remove(_ id: String) {
        guard let slot = slot(of: id) else { return }
        var sketch = Sketch()
        sketch.read(self[slot: slot])
        for gram in sketch.grams { shifts[gram.key, default: 0] -= 1 }
        readings = Readings()
        buriedCount += 1
        buried[slot / 64] |= 1 << (UInt64(slot) & 63)
        count -= 1
    }
}

extension KnowledgeIndex {
    /// In how many documents the gram stands, and where in the base.
    func find(_ gram: Gram) -> (frequency: Int, list: Postings.List?) {
        let list = base.postings.list(gram)
        return ((list?.count ?? 0) + Int(shifts[gram.key] ?? 0), list)
    }

    func isBuried(_ slot: Int) -> Bool { buried[slot / 64] >> (UInt64(slot) & 63) & 1 == 1 }

    /// How many slots there are, buried ones too.
    var slotCount: Int { base.count + recent.count }

    var slots: some Sequence<Int> { (0..<slotCount).lazy.filter { !isBuried($0) } }

    subscript(slot slot: Int) -> Document {
        slot < base.count ? base.archive[slot] : recent[slot - base.count]
    }

    func id(slot: Int) -> String {
        slot < base.count ? base.archive.id(slot) : recent.id(slot - base.count)
    }

    func slot(of id: String) -> Int? {
        let hash = Directory.hash(id)
        let later = recentIDs.indices.lazy.filter { recentIDs[$0] == hash }.map { $0 + base.count }
        return later.first { !isBuried($0) && self.id(slot: $0) == id }
            ?? base.ids.slots(hash).first { !isBuried($0) && self.id(slot: $0) == id }
    }
}
