import SkillKit

/// Whether what was written down is about what was asked, and not about something like it.
struct Relevance: Sendable {
    /// Who asks for this is not answered with something else.
    private struct Subject: Sendable {
        let asked: Words
        let told: [String]
        /// What holds for everything answers for a product that has none of its own.
        let isGeneral: Bool
    }

    private let subjects: [Subject]
    /// They ask whether there is such a thing.
    private let offers: Words

    init(_ value: Value) throws {
        offers = try value.need("offers")
        subjects = try value.need("subjects", [Value].self).map {
            Subject(
                asked: try $0.need("asked"),
                told: try $0.need("told", [String].self).map(\.lowercasedASCII),
                isGeneral: $0["general"]?.bool ?? false)
        }
    }

    /// The products that a message names, as they are written there and by id.
    static func named(_ inquiry: Inquiry) -> (texts: [String], ids: Set<String>) {
        let products = inquiry.entities().filter {
            $0["kind"]?.text == "product" && !($0["negated"]?.bool ?? false)
        }
        let ids = products.compactMap { $0["value"] }.flatMap { [$0] + ($0["others"]?.list ?? []) }
        return (products.compactMap { $0["text"]?.text }, Set(ids.compactMap { $0["id"]?.text }))
    }

    /// `topic`: what the answer is about besides what its title names. `find`: the ids of the products that a text names.
    func isAbout(
        _ inquiry: Inquiry, _ title: String, _ answer: String, topic: String? = nil,
        find: (String) throws -> Set<String>
    ) rethrows -> Bool {
        let told = (title + answer).lowercasedASCII
        for subject in subjects where subject.asked.first(in: inquiry.text) != nil {
            guard subject.told.contains(where: told.contains) else { return false }
        }
        let wanted = Self.named(inquiry).ids
        guard !wanted.isEmpty else {
            return try offers.first(in: inquiry.text) == nil || find(title + answer).isEmpty
        }
        let titled = try find(title + (topic.map { " \($0)" } ?? ""))
        // 质保多久 holds for everything, whatever the answer gives as an example.
        let isGeneral = subjects.contains { $0.isGeneral && $0.asked.first(in: inquiry.text) != nil }
        let meant = titled.isEmpty && !isGeneral ? try find(answer) : titled
        return meant.isEmpty || !meant.isDisjoint(with: wanted)
    }

    /// The question without the products it names, where what holds for all of them is an answer.
    func general(_ inquiry: Inquiry) -> String? {
        let names = Self.named(inquiry).texts
        guard !names.isEmpty,
            subjects.contains(where: { $0.isGeneral && $0.asked.first(in: inquiry.text) != nil })
        else { return nil }
        return names.reduce(inquiry.text) { $0.without($1) }
    }
}
