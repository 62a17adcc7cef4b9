import ConciergeCore
import Testing

@testable import Knowledge

@Suite struct ConditionTests {
    @Test(
        arguments: [
            ("> 100000", 100_001, 100_000), (">=5", 5, 4), ("< 10", 9, 10), ("<= 10", 10, 11), ("== 3", 3, 4),
            ("!= 3", 4, 3), ("in 1, 2", 2, 3), ("between 1 and 5", 5, 6), ("between [1, 5]", 1, 0),
            ("> 100,000", 100_001, 100_000), ("7", 7, 8),
        ] as [(Value, Int64, Int64)])
    func `an operator compares numbers`(written: Value, holds: Int64, fails: Int64) throws {
        let condition = try Condition("amount", written)
        #expect(condition.holds(["amount": .int(holds)]))
        #expect(condition.holds(["amount": .double(Double(holds))]))
        #expect(!condition.holds(["amount": .int(fails)]))
    }

    @Test(
        arguments: [
            ("VIP", "VIP", "gold"), ("== VIP", "VIP", "gold"), ("!= VIP", "gold", "VIP"),
            ("in gold, VIP", "VIP", "silver"), (["gold", "VIP"], "gold", "silver"),
            ("in [汽车, 电子]", "电子", "食品"),
            (["in": ["gold"]], "gold", "VIP"), ("'10'", "10", "11"),
        ] as [(Value, String, String)])
    func `an operator compares texts`(written: Value, holds: String, fails: String) throws {
        let condition = try Condition("tier", written)
        #expect(condition.holds(["tier": .text(holds)]))
        #expect(!condition.holds(["tier": .text(fails)]))
    }

    @Test(arguments: ["> 1", "!= 1", "in 1", "between 0 and 9"])
    func `a value that is not known fulfils nothing`(written: String) throws {
        let condition = try Condition("order_amount", .text(written))
        #expect(!condition.holds([:]))
        #expect(!condition.holds(["order_amount": .null]))
    }

    @Test(
        arguments: [
            ("= 5", "unknown operator '=' in 'x'; did you mean '=='?"),
            ("=> 5", "unknown operator '=>' in 'x'; did you mean '>='?"),
            ("above 5", "unknown operator 'above' in 'x'; known are > >= < <= == != in between"),
            ("> much", "'x' is compared with 'much', which is no number; write digits"),
            (">", "'x' is compared with '', which is no number; write digits"),
            ("==", "'x' is compared with nothing; write a value"),
            ([], "'x' is in nothing; write \"in a, b\""),
            ([["a"]], "'x' is in a list with [\"a\"], which is no value; write \"in a, b\""),
            ("between 5", "'x' must lie between two numbers; write \"between 1 and 2\""),
            ("between 5 and 1", "'x' lies between 5 and 1, which holds for nothing; swap them"),
            (["in": [1], ">": 2], "'x' must have one operator; write it as \"> 100\""),
        ] as [(Value, String)])
    func `what is no condition says why`(written: Value, said: String) {
        let fault = #expect(throws: Condition.Fault.self) { try Condition("x", written) }
        #expect(fault?.message == said)
    }
}
