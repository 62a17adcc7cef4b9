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
}
