@testable import Recommendation
import SkillKit
import Testing

@Suite struct SkillTests {
    private func findings(_ path: String, _ value: Value) throws -> [String] {
        let names = path.split(separator: ".").map(String.init)
        return try Recommendation(configuration: configuration.with(value, at: names)).check()
            .map { "\($0.path.joined(separator: ".")): \($0.message)" }
    }

    @Test func `what is shipped like this has no fault`() throws {
        #expect(try Recommendation(configuration: configuration).check().isEmpty)
    }

    @Test(
        arguments: [
            (
                "last_turn", 4,
                "last_turn: offers end at turn 4, before they begin at turn 5: none is ever made; raise it to 5 or more"
            ),
            (
                "topic_turns", 9,
                "topic_turns: a topic cannot last 9 turns before offers end at turn 8; lower it"
            ),
            ("candidates", 2, "candidates: 2 to choose 3 from; raise it to 3 or more"),
            (
                "least_sentiment", 0.5,
                "least_sentiment: 0.5: offers only to whoever is pleased; 0 or less is meant"
            ),
            (
                "ranking.exploration", 0.5,
                "ranking.exploration: 0.5: more than a quarter of the offers hold something tried by chance; lower it"
            ),
            (
                "ranking.credit.bought", 1,
                "ranking.credit: 'bought' is no outcome; known are accepted, asked, clicked, declined, expired, made"
            ),
            (
                "intents.quiet", ["purchase"],
                "intents.purchase: 'purchase' is also one at which nothing is offered; take it out of one"
            ),
            ("texts.related.two.en", "", "texts.related.two: nothing in 'en'; add the sentence"),
            (
                "texts.related.two", ["zh": "{a}和{product}", "en": "{a} {b}"],
                "texts.related.two: '{product}' is filled with nothing; known are a, b, c, industry, last_product, topic"
            ),
            (
                "texts.related.two", ["zh": "{a}", "en": "{a}"],
                "texts.related.two: '{b}' is missing: a product would be offered unnamed; add it"
            ),
            (
                "texts.related.one", ["zh": "{a}和{b}", "en": "{a}"],
                "texts.related.one: '{b}' is never filled here; take it out"
            ),
        ] as [(String, Value, String)])
    func `a setting that defeats its purpose is named`(path: String, value: Value, finding: String) throws {
        #expect(try findings(path, value).contains(finding))
    }

    @Test(
        arguments: [
            ("pause", "soon", "pause: a span such as 24h was expected; write one"),
            (
                "sources.push", ["gossip"],
                "sources.push: unknown source 'gossip'; known are related, popular, industry, topic, bestsellers, catalogue"
            ),
            ("items", .null, "items: a whole number was expected; write one"),
        ] as [(String, Value, String)])
    func `what cannot run is refused`(path: String, value: Value, error: String) {
        #expect(throws: SkillError(error)) { try findings(path, value) }
    }

    @Test(
        arguments: [
            (Selection.Source.popular, "汽车零部件", "en", "your industry:switch"),
            (.popular, "汽车零部件", "zh-CN", "汽车零部件:switch"), (.popular, "packaging", "en", "packaging:switch"),
            (.related, "工业机器人", "en", "工业机器人:switch"),
        ])
    func `what an offer rests on is named in the customer's language, where it has another name`(
        _ source: Selection.Source, _ anchor: String, _ locale: String, _ sentence: String
    ) throws {
        let product = Product(id: "P1", name: "switch")
        let choice = Selection.Choice(
            source: source, anchor: anchor, candidates: [.init(product: product, agreements: 0)])
        #expect(try Wording(settings()).sentence(choice, [product], .topic, locale) == sentence)
    }
}
