import ConciergeCore
import Testing

@Suite struct SkillOrderTests {
    @Test func `an order that works has no problem`() {
        let problems = check([
            skill(
                "user_profiling", reads: ["turn.text", "customer.*"], writes: ["profile.tier": .text]),
            skill(
                "sales_automation", reads: ["profile.*", "mood.now?"], writes: ["strategy.name": .text]
            ),
        ])
        #expect(problems.isEmpty)
    }

    @Test func `an optional read before its writer is a warning, any other an error`() {
        let profiling = skill("user_profiling", writes: ["profile.tier": .text])
        let optional = check([skill("sales_automation", reads: ["profile.tier?"]), profiling])
        #expect(
            optional == [
                Problem(
                    .warning, at: place(1),
                    "'sales_automation' reads 'profile.tier' before 'user_profiling' writes it and gets this customer's last committed value; move 'user_profiling' above 'sales_automation' for the new one"
                )
            ])
        let required = check([skill("sales_automation", reads: ["profile.*"]), profiling])
        #expect(
            required.map(\.description) == [
                "config.yaml:1:5: 'sales_automation' reads 'profile.*' before 'user_profiling' writes it; move 'user_profiling' above 'sales_automation'"
            ])
    }

    @Test(arguments: [
        ("intent.nam", "'a' reads 'intent.nam', which nobody writes; did you mean 'intent.name'?"),
        ("weather", "'a' reads 'weather', which nobody writes; add the skill that writes it"),
    ])
    func `a read nobody provides is an error`(read: String, message: String) {
        #expect(check([skill("a", reads: [read])]).map(\.message) == [message])
    }

    @Test(arguments: [
        (ValueType.text, "'a' and 'b' both write 'k.v'; remove one of them, or rename its key"),
        (.list, "'a' and 'b' both write 'k.v', as text and list; remove one of them, or rename its key"),
    ])
    func `a key has one writer`(type: ValueType, message: String) {
        let problems = check([skill("a", writes: ["k.v": .text]), skill("b", writes: ["k.v": type])])
        #expect(problems.map(\.description) == ["config.yaml:2:5: \(message)"])
    }

    @Test func `a key of the host has no other writer`() {
        #expect(
            check([skill("a", writes: ["turn.text": .text])]).map(\.message) == [
                "'a' writes 'turn.text', which belongs to the host; write a key of its own"
            ])
    }

    @Test func `a collection has one owner`() {
        var owner = skill("a")
        owner.collections = [CollectionDeclaration(name: "leads", fields: [:])]
        var other = owner
        other.id = "b"
        var reader = skill("c")
        reader.readsCollections = ["lead", "tickets?", "gaps"]
        #expect(
            check([owner, other, reader]).map(\.message) == [
                "'b' and 'a' both own collection 'leads'; remove one of them",
                "'c' reads collection 'lead', which nobody owns; did you mean 'leads'?",
            ])
    }

    @Test func `a skill that is not installed is a warning`() {
        let entries = ["sales-automaton", "recommendation-engine", "weather"].map {
            Configuration.SkillEntry(name: SkillName($0), place: place(1))
        }
        var recommendation = skill("recommendation")
        recommendation.aliases = ["recommendation_engine"]
        let result = SkillOrder.assemble(entries, installed: [skill("sales_automation"), recommendation])
        #expect(result.order.steps.map(\.manifest.id) == ["recommendation"])
        #expect(
            result.problems.map(\.message) == [
                "skill 'sales-automaton' is not installed; did you mean 'sales_automation'?",
                "skill 'weather' is not installed; install it with 'concierge skill install FOLDER'",
            ])
        #expect(result.problems.allSatisfy { !$0.isError })
    }

    private func check(_ manifests: [Manifest]) -> [Problem] {
        let steps = manifests.enumerated().map { SkillOrder.Step($1, at: place($0 + 1)) }
        let keys = ["turn.text", "intent.name", "customer.*"].compactMap { KeyPattern($0) }
        return SkillOrder(steps).problems(given: .init(keys: keys, collections: ["gaps"]))
    }

    private func place(_ line: Int) -> Place { Place(file: "config.yaml", line: line, column: 5) }

    private func skill(_ id: String, reads: [String] = [], writes: [String: ValueType] = [:]) -> Manifest {
        var manifest = Manifest(id: id, version: "1.0.0")
        manifest.reads = reads.map { text in
            Manifest.Read(
                pattern: text.hasSuffix("?") ? String(text.dropLast()) : text, isOptional: text.hasSuffix("?")
            )
        }
        manifest.writes = writes
        return manifest
    }
}
