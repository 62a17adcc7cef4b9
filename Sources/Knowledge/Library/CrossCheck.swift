import ConciergeCore
import Language

/// Puts the files together: what one says twice, or names and nobody has, is seen only here.
struct CrossCheck {
    let builtIn: HostIntents
    var base = KnowledgeBase()
    var problems: [Problem] = []

    mutating func add(_ files: [FileContent]) {
        base.products = once(files.flatMap(\.products), "product", \.id, \.place)
        base.scripts = files.flatMap(\.scripts)
        // One list of very many is the rule: it is shared, not copied.
        let lists = files.map(\.answers).filter { !$0.isEmpty }
        base.answers = onceAsked(lists.count == 1 ? lists[0] : lists.flatMap { $0 })
        base.sections = once(files.flatMap(\.sections), "section", \.id, \.place)
        base.intents = files.flatMap(\.intents)
        checkRelated(refused: Set(files.flatMap(\.refusedProducts)))
        checkProducts()
        checkIntents(wrong: Set(files.flatMap(\.problems).map(\.file)))
        checkScripts()
        checkClaims()
        checkReach()
    }

    private mutating func once<Item>(
        _ items: [Item], _ what: String, _ id: KeyPath<Item, String>, _ place: KeyPath<Item, Place>,
        calling name: ((Item) -> String)? = nil
    ) -> [Item] {
        var first: [String: Place] = [:]
        first.reserveCapacity(items.count)
        return items.filter { item in
            guard let other = first[item[keyPath: id]] else {
                first[item[keyPath: id]] = item[keyPath: place]
                return true
            }
            problems.append(
                Problem(
                    at: item[keyPath: place],
                    "\(what) '\(name?(item) ?? item[keyPath: id])' was already given at \(other); remove one of them"
                ))
            return false
        }
    }

    /// Of entries with one id the first stays; a question that two entries share is a warning.
    private mutating func onceAsked(_ entries: [FAQEntry]) -> [FAQEntry] {
        guard !Self.areDistinct(entries) else { return entries }
        var askedBy: [UInt64: Int] = [:]
        let kept = once(entries, "question", \.id, \.place) {
            $0.isNamed ? $0.id : String($0.question.prefix(80))
        }
        for (index, entry) in kept.enumerated() {
            for (key, question) in zip(entry.keys, entry.questions) {
                guard let other = askedBy.updateValue(index, forKey: key), other != index else { continue }
                problems.append(
                    Problem(
                        .warning, at: entry.place,
                        "'\(question.prefix(80))' is also asked at \(kept[other].place); keep it with one answer"
                    ))
            }
        }
        return kept
    }

    /// Whether no two entries share an id or a question: by hashes in order, which is quick for many.
    private static func areDistinct(_ entries: [FAQEntry]) -> Bool {
        var keys = entries.map(\.key)
        for entry in entries where !entry.otherKeys.isEmpty {
            keys += Set(entry.otherKeys).subtracting([entry.key])
        }
        keys.sort()
        guard !zip(keys, keys.dropFirst()).contains(where: ==) else { return false }
        var ids = entries.compactMap { $0.isNamed ? stableHash($0.id) : nil }
        ids.sort()
        return !zip(ids, ids.dropFirst()).contains(where: ==)
    }

    private mutating func checkRelated(refused: Set<String>) {
        let known = refused.union(base.products.map(\.id))
        for product in base.products {
            for (id, place) in zip(product.related, product.relatedPlaces) where !known.contains(id) {
                let mend = Spelling.mend(
                    id, known: known.sorted(), otherwise: "add the product, or take it out of the list")
                problems.append(
                    Problem(
                        .warning, at: place,
                        "product '\(product.id)' goes with '\(id)', which is not there; \(mend)"))
            }
        }
    }
}
