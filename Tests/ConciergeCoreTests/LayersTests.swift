import ConciergeCore
import Testing

@Suite struct LayersTests {
    private let schema = Schema.map(
        "",
        [
            "threshold": .number("", in: 0...1), "words": .list("", of: .text("")),
            "texts": .map("", [:], others: .each(.text(""))),
        ])

    private func layers() -> Layers {
        var package = SourceMap(file: "assets/rules.yaml")
        package.record(.root / "threshold", at: Place(file: "assets/rules.yaml", line: 1, column: 12))
        package.record(.root / "texts" / "thanks", at: Place(file: "assets/rules.yaml", line: 5, column: 3))
        var admin = SourceMap(file: "config.yaml")
        admin.record(
            .root / "skills" / 0 / "config" / "texts" / "bye",
            at: Place(file: "config.yaml", line: 9, column: 7))
        var layers = Layers()
        layers.add(
            ["threshold": 0.8, "words": ["a", "b"], "texts": ["thanks": "谢谢", "bye": "再见"]], from: package)
        layers.add(
            ["words": ["c"], "texts": ["bye": "回头见"]], from: admin, at: .root / "skills" / 0 / "config")
        return layers
    }

    @Test func `maps are merged, a list is replaced`() {
        let (value, problems) = layers().check(schema)
        #expect(value == ["threshold": 0.8, "words": ["c"], "texts": ["thanks": "谢谢", "bye": "回头见"]])
        #expect(problems.isEmpty)
    }

    @Test func `each value is known by the file it was written in`() {
        let layers = layers()
        #expect(layers.place(of: .root / "threshold").description == "assets/rules.yaml:1:12")
        #expect(layers.place(of: .root / "texts" / "bye").description == "config.yaml:9:7")
        #expect(layers.place(of: .root / "texts" / "thanks").description == "assets/rules.yaml:5:3")
    }

    @Test func `a fault is told where it was written, whichever file that is`() {
        var layers = layers()
        var source = SourceMap(file: "config.yaml")
        source.record(.root / "threshold", at: Place(file: "config.yaml", line: 3, column: 4))
        layers.add(["threshold": 2], from: source)
        #expect(
            layers.check(schema).problems.map(\.description) == [
                "config.yaml:3:4: 'threshold' must be at most 1, not 2; lower it"
            ])
    }

    @Test func `either spelling of a name means the same value, and an empty one leaves what was there`() {
        var layers = Layers()
        layers.add(["lead_threshold": 0.8, "words": ["a"]], from: SourceMap(file: "a"))
        layers.add(["lead-threshold": 0.5, "words": .null], from: SourceMap(file: "b"))
        #expect(layers.value == ["lead_threshold": 0.5, "words": ["a"]])
    }

    /// Of an admin who wrote a map over a package's.
    private static func written(_ value: Value, places: [[String]]) -> Layers {
        var layers = Layers()
        layers.add(["threshold": 0.8, "words": ["a"]], from: SourceMap(file: "assets/rules.yaml"))
        var sources = SourceMap(file: "config.yaml")
        for (line, steps) in places.enumerated() {
            sources.record(Pointer(steps), at: Place(file: "config.yaml", line: line + 1, column: 1))
        }
        layers.add(value, from: sources)
        return layers
    }

    @Test func `what is wrong is left out, and the rest keeps its place`() throws {
        let layers = Self.written(
            ["threshold": 2, "odd": 1, "words": [5, "b", 6, "c"]],
            places: [["words", "0"], ["words", "1"], ["words", "2"], ["words", "3"]])
        let sound = try #require(layers.sound(in: schema))
        #expect(sound.check(schema).value == ["threshold": 0.8, "words": ["b", "c"], "texts": [:]])
        #expect(sound.place(of: .root / "words" / 0).line == 2)
        #expect(sound.place(of: .root / "words" / 1).line == 4)
        #expect(layers.check(schema).problems.count == 4)
    }

    @Test func `without a fault nothing is left out`() {
        #expect(Self.written(["threshold": 0.5], places: []).sound(in: schema) == nil)
    }

    @Test func `names that stand for nothing here are told of what the admin wrote`() {
        var scripts = Schema.map("", [:], others: .each(.number("", in: 0...9)))
        scripts.keyFormat = .intent
        let schema = Schema.map(
            "",
            [
                "intents": .list("", of: .text("", .intent)), "competence": .text("", .competence),
                "scripts": scripts,
            ])
        var layers = Layers()
        layers.add(["intents": ["older"]], from: SourceMap(file: "assets/rules.yaml"))
        layers.add(
            ["intents": ["thanks", "thx"], "competence": "salse", "scripts": ["pricing": 1]],
            from: SourceMap(file: "config.yaml"))
        let known = KnownNames(intents: ["thanks", "price_inquiry"], competences: ["sales", "technical"])
        #expect(
            layers.strangers(in: schema, known: known).map(\.message) == [
                "no agent of this configuration has the competence 'salse'; did you mean 'sales'?",
                "no intent is called 'thx', so it never comes; name one there is, or teach it in the knowledge under 'intents'",
                "no intent is called 'pricing', so it never comes; name one there is, or teach it in the knowledge under 'intents'",
            ])
        #expect(layers.strangers(in: schema, known: KnownNames()).isEmpty)
    }

    private static let levels: [(Value, Problem.Severity)] = [
        (["message": "m", "error": true], .error), (["message": "m"], .warning),
        (["message": "m", "level": "note"], .note), (["message": "m", "level": "loud"], .warning),
    ]

    @Test(arguments: levels)
    func `a finding has a level`(value: Value, level: Problem.Severity) {
        #expect(Finding(value)?.level == level)
    }

    @Test func `of the values that may be the cause the one that the admin wrote is shown`() {
        var finding = Finding(path: .root / "threshold", message: "never reached", level: .warning)
        finding.also = [.root / "words"]
        #expect(finding.problem(in: layers()).place.file == "config.yaml")
        finding.also = []
        #expect(finding.problem(in: layers()).place.file == "assets/rules.yaml")
        #expect(Finding(finding.value) == finding)
    }
}
