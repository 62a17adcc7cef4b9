public import ConciergeCore

/// Questions without an answer that mean the same.
public struct GapGroup: Sendable {
    /// The one that was asked most.
    public private(set) var question: String
    /// Every wording, the most asked first.
    public private(set) var questions: [String]
    /// The documents of `gaps` that it stands for.
    public private(set) var ids: [String]
    public private(set) var language: String
    public private(set) var count: Int64
    /// How many different people asked.
    public private(set) var customers: Int
    public private(set) var firstAt: String
    public private(set) var lastAt: String

    /// Groups of the documents of `gaps`, the most asked first.
    public static func groups(of documents: [Value]) -> [GapGroup] {
        let gaps = documents.map(Gap.init).sorted {
            ($1.count, $0.question, $0.id) < ($0.count, $1.question, $1.id)
        }
        var grouping = Grouping()
        var members: [[Gap]] = []
        for gap in gaps {
            let group = grouping.place(gap.question)
            if group == members.count { members.append([]) }
            members[group].append(gap)
        }
        return members.map(GapGroup.init).sorted {
            ($1.count, $1.lastAt, $0.question) < ($0.count, $0.lastAt, $1.question)
        }
    }

    private init(_ gaps: [Gap]) {
        question = gaps[0].question
        questions = gaps.map(\.question).uniqued
        ids = gaps.map(\.id)
        language = gaps[0].language
        count = gaps.reduce(0) { $0 + $1.count }
        customers = Set(gaps.map(\.customer)).count
        firstAt = gaps.map(\.firstAt).min() ?? ""
        lastAt = gaps.map(\.lastAt).max() ?? ""
    }

    public var value: Value {
        [
            "question": .text(question), "questions": .list(questions.map(Value.text)),
            "ids": .list(ids.map(Value.text)), "language": .text(language), "count": .int(count),
            "customers": .int(Int64(customers)), "first_at": .text(firstAt), "last_at": .text(lastAt),
        ]
    }
}

private struct Gap {
    var id: String
    var customer: String
    var question: String
    var language: String
    var count: Int64
    var firstAt: String
    var lastAt: String

    init(_ document: Value) {
        id = document["id"]?.text ?? ""
        customer = document["customer"]?.text ?? id
        question = document["question"]?.text ?? ""
        language = document["language"]?.text ?? ""
        count = document["count"]?.int ?? 1
        firstAt = document["first_at"]?.text ?? ""
        lastAt = document["last_at"]?.text ?? ""
    }
}
