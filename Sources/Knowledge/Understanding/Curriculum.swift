import ConciergeCore
public import Language

/// Which sentences the intents are taught from: the host's own, and what the admin's files add, change and take away.
public struct Curriculum: Sendable, Equatable {
    /// By label the keys of its sentences: what a model of it was taught.
    public private(set) var taught: [String: [UInt64]]

    /// What a model that was taught `own` is to know besides, or instead.
    public init(own: [String: [UInt64]], files: [IntentFile]) {
        var keys = own.mapValues(Set.init)
        for file in files where file.replaces { keys[file.intent] = [] }
        for file in files {
            let added = Set(file.examples.map(\.key))
            // What the admin says of a sentence counts, whatever the host thought of it.
            for label in keys.keys where label != file.intent { keys[label]?.subtract(added) }
            keys[file.intent, default: []].formUnion(added)
        }
        taught = keys.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
    }

    /// One name for all of it.
    public var name: String {
        var hash = StableHash()
        for (label, keys) in taught.sorted(by: { $0.key < $1.key }) {
            hash.add(stableHash(label))
            for key in keys { hash.add(key) }
        }
        return hexadecimal(hash.value)
    }

    /// The sentences themselves, from the host's files and the admin's.
    public func sentences(own: [IntentFile], files: [IntentFile]) -> TrainingSet {
        let wanted = taught.mapValues(Set.init)
        var given: Set<UInt64> = []
        var set = TrainingSet()
        for file in own + files {
            for example in file.examples {
                let key = example.key
                guard wanted[file.intent]?.contains(key) ?? false, given.insert(key).inserted else {
                    continue
                }
                set.add(file.intent, example.text)
            }
        }
        return set
    }
}

extension IntentFile.Example {
    /// As a model remembers it: the same for the same sentence, however it is written.
    var key: UInt64 { IntentModel.key(FoldedText(text)) }
}
