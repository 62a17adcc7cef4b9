@testable import CustomerService
import SkillKit
import Testing

struct SignsTests {
    private let signs = Signs([
        "words": ["着火", "smoke"],
        "pairs": [["any": ["人", "hand"], "with": ["被压", "stuck"]]],
        "ignore": ["机器人", "smoke test", "真着火"],
        "figures": [["any": ["发票"], "with": ["着火"]]],
    ])

    @Test(
        arguments: [
            ("机器着火了", "着火"), ("有人被压了", "人…被压"), ("My HAND is stuck", "hand…stuck"),
            // In one clause, and of a human.
            ("有人吗，货被压了", nil), ("机器人被压了", nil), ("工人被机器人被压", "人…被压"),
            ("the smoke test passed", nil), ("Smoke test passed, now there is smoke", "smoke"),
            ("发票都快着火了", nil), ("发票先别开，机器着火了", "着火"), ("没人被压", nil),
        ] as [(String, String?)])
    func `a sign is a word, or two in one clause, and not what only sounds like it`(
        text: String, found: String?
    ) {
        #expect(signs.first(in: text) == found)
    }
}
