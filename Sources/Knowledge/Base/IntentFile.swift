public import ConciergeCore

/// How customers say one intent, as one file gives it.
public struct IntentFile: Sendable, Equatable {
    /// How hard it is to answer, which decides who does.
    public enum Issue: String, Sendable, CaseIterable { case simple, general, technical }

    public struct Example: Sendable, Hashable {
        public var text: String
        /// `zh` or `en`.
        public var language: String
        public var place: Place
    }

    public var intent: String
    public var label = Localized()
    public var issue: Issue?
    public var aliases: [String] = []
    public var topic: String?
    /// It stands instead of what the host brings for this intent, not beside it.
    public var replaces = false
    /// It only goes along with what is wanted, as a greeting does; nil: as it was.
    public var courtesy: Bool?
    public var examples: [Example] = []
    /// Its labels and other names, each where it stands.
    var calls: [(text: String, place: Place)] = []
    public var place: Place

    // Where it stands is no part of what it says: what moved down a line is the same.
    public static func == (a: Self, b: Self) -> Bool {
        a.intent == b.intent && a.label == b.label && a.issue == b.issue && a.aliases == b.aliases
            && a.topic == b.topic && a.replaces == b.replaces && a.courtesy == b.courtesy
            && a.examples.elementsEqual(b.examples) { $0.text == $1.text && $0.language == $1.language }
    }
}

extension Sequence<IntentFile> {
    /// The intents that are mere courtesy: those that were, but for what the files say.
    func courtesies(beside known: Set<String> = []) -> Set<String> {
        reduce(into: known) { courtesies, file in
            guard let isCourtesy = file.courtesy else { return }
            if isCourtesy { courtesies.insert(file.intent) } else { courtesies.remove(file.intent) }
        }
    }
}
