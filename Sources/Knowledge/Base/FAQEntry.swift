public import ConciergeCore

/// A question that is asked again and again, the ways in which it is asked, and its answer.
public struct FAQEntry: Sendable, Equatable {
    public var id: String
    /// What it is called by.
    public var question: String
    /// Other ways to ask it, and other languages.
    public var paraphrases: [String] = []
    public var answer: Bilingual
    public var topic: String?
    public var place: Place
    /// Of the first question without its spelling, and of the others: equal where a reader would see no difference.
    var key: UInt64 = 0
    var otherKeys: [UInt64] = []
    /// The id was written down, not made of the question.
    var isNamed = false

    public var questions: [String] { [question] + paraphrases }
    var keys: [UInt64] { otherKeys.isEmpty ? [key] : [key] + otherKeys }

    // Where it stands is no part of what it says: what moved down a line is the same.
    public static func == (a: Self, b: Self) -> Bool {
        a.key == b.key && a.id == b.id && a.question == b.question && a.paraphrases == b.paraphrases
            && a.answer == b.answer && a.topic == b.topic
    }
}
