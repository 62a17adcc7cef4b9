import SkillKit

// What is said: that it is there, in both languages, and that its places can be filled.
extension Settings {
    var sayings: [Finding] { missing + strangers + phrases + parts }

    private var missing: [Finding] {
        strategies.enumerated().compactMap { index, strategy in
            guard let say = strategy.say, texts[say] == nil else { return nil }
            return Finding(
                ["strategies", "\(index)", "say"], "'\(say)' has no text; write one under texts", .error)
        }
    }

    /// A key that nothing says is most likely a slip.
    private var strangers: [Finding] {
        let said = Set(strategies.compactMap(\.say))
        let odd = texts.keys.filter {
            Texts.known[$0] == nil && !said.contains($0) && !$0.hasSuffix(Texts.wordsSuffix)
        }
        return odd.sorted().map {
            Finding(
                ["texts", $0],
                "'\($0)' is never said; known are \(Texts.known.keys.sorted().joined(separator: ", ")), and what a rule names under 'say'"
            )
        }
    }

    private var phrases: [Finding] {
        texts.keys.sorted().flatMap { name -> [Finding] in
            guard let phrase = texts[name],
                Texts.known[name] != nil || strategies.contains(where: { $0.say == name })
            else { return [] }
            let known = Texts.known[name] ?? []
            return (name == "separator" ? [] : Self.languages(of: phrase, at: ["texts", name]))
                + Self.odd(phrase, known, at: ["texts", name])
        }
    }

    /// Sentences of the catalogue.
    private var parts: [Finding] {
        texts.facts.sorted { $0.key < $1.key }.flatMap { name, phrase in
            Self.languages(of: phrase, at: ["texts", "facts", name])
                + Self.odd(phrase, Offer.names, at: ["texts", "facts", name])
        }
            + texts.introduction.enumerated().flatMap { index, phrase in
                Self.languages(of: phrase, at: ["texts", "introduction", "\(index)"])
                    + Self.odd(phrase, Offer.names, at: ["texts", "introduction", "\(index)"])
            }
    }

    private static func odd(_ phrase: Phrase, _ known: Set<String>, at path: [String]) -> [Finding] {
        phrase.names.subtracting(known).sorted().map { name in
            let mend =
                known.isEmpty ? "take it out" : "known are \(known.sorted().joined(separator: ", "))"
            return Finding(path, "'{\(name)}' is never known here; \(mend)")
        }
    }
}
