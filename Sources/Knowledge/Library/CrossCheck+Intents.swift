import ConciergeCore
import Language

extension CrossCheck {
    /// So many examples make an intent of its own work.
    private static let enoughExamples = 10

    /// Files of intents, held against each other and against what the host brings. `wrong`: files in which something
    /// was named already.
    mutating func checkIntents(wrong: Set<String>) {
        nameIntents()
        tellLabelsApart()
        separateExamples()
        nameSharedExamples()
        countExamples(wrong: wrong)
    }

    /// `问候` and `GREETING` are `greeting`; of an admin's own the first spelling counts.
    private mutating func nameIntents() {
        var own: [String: String] = [:]
        for index in base.intents.indices {
            let given = base.intents[index].intent
            let key = IntentTable.key(given)
            let name = builtIn.table.intent(called: given) ?? own[key] ?? given
            own[key] = name
            base.intents[index].intent = name
        }
    }

    /// Two intents of one label are one to staff, and nobody knows which a label in a list of sentences means.
    private mutating func tellLabelsApart() {
        var first: [String: (intent: String, place: Place)] = [:]
        for file in base.intents { first[IntentTable.key(file.intent)] = (file.intent, file.place) }
        for file in base.intents {
            for (text, place) in file.calls {
                let key = IntentTable.key(text)
                let other: (intent: String, place: String)
                if let given = first[key] {
                    other = (given.intent, "at \(given.place)")
                } else {
                    first[key] = (file.intent, place)
                    other = (builtIn.table.intent(called: text) ?? file.intent, "by the host")
                }
                guard other.intent != file.intent else { continue }
                problems.append(
                    Problem(
                        .warning, at: place,
                        "'\(text)' stands for '\(file.intent)' here and for '\(other.intent)' \(other.place); give each a label of its own, or make them one intent"
                    ))
            }
        }
    }

    /// A sentence under two labels teaches nothing: it is left out of both.
    private mutating func separateExamples() {
        var first: [UInt64: (example: IntentFile.Example, intent: String)] = [:]
        var disputed: Set<UInt64> = []
        for file in base.intents {
            for example in file.examples {
                let key = example.key
                guard let other = first[key] else {
                    first[key] = (example, file.intent)
                    continue
                }
                guard other.intent != file.intent else { continue }
                disputed.insert(key)
                problems.append(
                    Problem(
                        .warning, at: example.place,
                        "'\(example.text.prefix(80))' is an example of '\(file.intent)' here and of '\(other.intent)' at \(other.example.place); keep it under one of them"
                    ))
            }
        }
        guard !disputed.isEmpty else { return }
        for index in base.intents.indices {
            base.intents[index].examples.removeAll { disputed.contains($0.key) }
        }
    }

    /// What the admin says of a sentence counts, which nobody should find out by surprise.
    private mutating func nameSharedExamples() {
        let replaced = Set(base.intents.filter(\.replaces).map(\.intent))
        for file in base.intents {
            for example in file.examples {
                guard let other = builtIn.intent(of: example), other != file.intent, !replaced.contains(other)
                else { continue }
                problems.append(
                    Problem(
                        .warning, at: example.place,
                        "'\(example.text.prefix(80))' is an example of '\(other)' by the host; here it counts as '\(file.intent)', and no longer there; take it out unless that is meant"
                    ))
            }
        }
    }

    private mutating func countExamples(wrong: Set<String>) {
        for (intent, files) in Dictionary(grouping: base.intents, by: \.intent) {
            let stands = builtIn.has(intent) && !files.contains(where: \.replaces)
            guard !stands, let place = files.first?.place else { continue }
            let count = Set(files.flatMap(\.examples).map(\.key)).count
            guard count < Self.enoughExamples,
                count > 0 || !files.contains(where: { wrong.contains($0.place.file) })
            else { continue }
            problems.append(Problem(.warning, at: place, "intent '\(intent)' has \(Self.tooFew(count))"))
        }
    }

    private static func tooFew(_ count: Int) -> String {
        switch count {
        case 0: "no example, too few to be recognised; write ten or more"
        case 1: "one example, too few to be recognised; write ten or more"
        default:
            "\(count) examples, hardly enough to be recognised; ten make it work, so write \(enoughExamples - count) more"
        }
    }
}
