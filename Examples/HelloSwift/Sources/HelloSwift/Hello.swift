import SkillKit

struct Hello: Skill {
    static let greeted = Key<Bool>("hello.greeted")
    static let manifest = Manifest(
        id: "hello-swift", version: "1.0.0", reads: [Turn.text, Turn.customerName], writes: [greeted])

    init(configuration: Value) {}

    func turn(_ turn: Turn) async throws -> Reply {
        var reply = Reply.answer("Hello, \(turn[Turn.customerName] ?? "stranger")!")
        reply.write(Self.greeted, true)
        return reply
    }
}

@c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(Hello.self) }
