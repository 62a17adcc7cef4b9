/// What is new, other or gone in a list.
public struct Changes<Item: Sendable>: Sendable {
    public var put: [Item] = []
    public var removed: [String] = []

    public var isEmpty: Bool { put.isEmpty && removed.isEmpty }
    public var count: Int { put.count + removed.count }
}

/// What an index or a model has to take up when the knowledge changed.
public struct KnowledgeDifference: Sendable {
    public var answers: Changes<FAQEntry>
    public var sections: Changes<Section>
    public var haveProductsChanged: Bool
    public var haveScriptsChanged: Bool
    public var haveIntentsChanged: Bool

    /// `2 answers changed, 1 section removed, products changed`.
    public var summary: String {
        let counted = [
            count(answers.put.count, "answer", "changed"), count(answers.removed.count, "answer", "removed"),
            count(sections.put.count, "section", "changed"),
            count(sections.removed.count, "section", "removed"),
        ]
        let lists = [
            haveProductsChanged ? "products changed" : nil, haveScriptsChanged ? "scripts changed" : nil,
            haveIntentsChanged ? "intents changed" : nil,
        ]
        let parts = (counted + lists).compactMap { $0 }
        return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
    }

    private func count(_ number: Int, _ what: String, _ happened: String) -> String? {
        number == 0 ? nil : "\(number) \(what)\(number == 1 ? "" : "s") \(happened)"
    }

    public var isEmpty: Bool {
        answers.isEmpty && sections.isEmpty && !haveProductsChanged && !haveScriptsChanged
            && !haveIntentsChanged
    }
}

extension KnowledgeBase {
    public func difference(from old: KnowledgeBase) -> KnowledgeDifference {
        KnowledgeDifference(
            answers: Changes(from: old.answers, to: answers, by: \.id),
            sections: Changes(from: old.sections, to: sections, by: \.id),
            haveProductsChanged: products != old.products, haveScriptsChanged: scripts != old.scripts,
            haveIntentsChanged: intents != old.intents)
    }
}

extension Changes where Item: Equatable {
    /// Most lists stay as they are but for one place: only what lies between the equal ends is looked up.
    init(from old: [Item], to new: [Item], by id: KeyPath<Item, String>) {
        let changes = new.changes(since: old)
        let (before, after) = (old[changes.old], new[changes.new])
        let known = Dictionary(before.map { ($0[keyPath: id], $0) }) { first, _ in first }
        put = after.filter { known[$0[keyPath: id]] != $0 }
        let stays = Set(after.map { $0[keyPath: id] })
        removed = before.map { $0[keyPath: id] }.filter { !stays.contains($0) }
    }
}
