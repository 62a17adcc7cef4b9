import SkillKit

/// Greets back whoever says hello, by name where it is known, and remembers how often they did.
struct Greeting: Skill {
    static let greetings = Key<Int>("my_skill.greetings?")
    static let manifest = Manifest(
        id: "my-skill", version: "0.1.0",
        reads: [Turn.text, Turn.locale, Turn.customerName, greetings], writes: [greetings])

    init(configuration: Value) {}

    func turn(_ turn: Turn) async throws -> Reply {
        let text = (turn[Turn.text] ?? "").lowercased()
        guard ["hello", "good morning", "你好", "您好"].contains(where: { text.contains($0) }) else {
            return Reply()
        }
        let count = (turn[Self.greetings] ?? 0) + 1
        let isChinese = turn[Turn.locale]?.hasPrefix("zh") ?? false
        var reply = Reply.answer(
            isChinese
                ? Self.chinese(turn[Turn.customerName], count) : Self.english(turn[Turn.customerName], count))
        reply.write(Self.greetings, count)
        reply.because = "greeting number \(count)"
        return reply
    }

    private static func english(_ name: String?, _ count: Int) -> String {
        let whom = name.map { ", \($0)" } ?? ""
        return count == 1 ? "Hello\(whom)! How can I help?" : "Hello again\(whom)! Greeting number \(count)."
    }

    private static func chinese(_ name: String?, _ count: Int) -> String {
        let whom = name.map { "，\($0)" } ?? ""
        return count == 1 ? "您好\(whom)！有什么可以帮您？" : "又见面了\(whom)！这是第 \(count) 次问候。"
    }
}

@c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(Greeting.self) }
