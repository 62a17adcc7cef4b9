import ConciergeCore
import Testing

struct IdentifierTests {
    @Test func `ids sort in the order they were made, also when the clock jumps back`() {
        let identifiers = Identifiers()
        let made = (0..<5000).map { number in
            identifiers.next(
                at: Timestamp(milliseconds: number < 2500 ? 1_773_194_400_000 : 1_000_000_000_000))
        }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
    }

    @Test func `an id is a UUID of version 7 with its time in front`() throws {
        let id = Identifiers().next(at: Timestamp(milliseconds: 0x0123_4567_89ab))
        let pattern = try Regex("01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        #expect(id.wholeMatch(of: pattern) != nil)
    }

    @Test(arguments: [
        ("u1", true), ("a.b_c:d@e-f", true), (String(repeating: "x", count: 128), true), ("", false),
        (String(repeating: "x", count: 129), false), ("a b", false), ("客户", false), ("a/b", false),
        ("a\n", false),
    ])
    func `ids from outside are held against their alphabet`(text: String, isGood: Bool) {
        #expect(isIdentifier(text) == isGood)
    }
}
