import ConciergeCore

/// Makes of honest contexts strange ones: well-formed, and nothing that a skill would expect.
struct Fuzzer {
    static let texts = [
        "", " ", "\0", "\u{202E}olleh", "👩‍👩‍👧‍👦", "%s%n%s", "../../etc/passwd", "'; drop table tickets; --", "ﷺ",
        "\u{FFFD}\u{FEFF}",
        String(repeating: "很长", count: 4000), String(repeating: "[", count: 5000),
    ]
    // As large as JSON carries: a skill's own sums need not fear more.
    private static let numbers: [Int64] = [0, -1, 1 << 53, -(1 << 53), 255, 65536]

    private var dice = Dice(seed: 20_260_311)

    mutating func strange(_ play: Play, _ number: Int) -> Play {
        var context = play.context
        for key in context.keys.sorted() {
            switch Int.random(in: 0..<10, using: &dice) {
            case 0: context[key] = nil
            case 1: context[key] = any(depth: 0)
            case 2, 3: context[key] = context[key].map { likewise($0) }
            default: break
            }
        }
        return Play(name: "context \(number), made of \(play.name)", context: context, seed: UInt64(number))
    }

    /// Of the same type.
    private mutating func likewise(_ value: Value) -> Value {
        switch value {
        case .text: .text(pick(Self.texts))
        case .int: .int(pick(Self.numbers))
        case .double: .double(pick([0, -0.0, 1e300, -1e-300, .infinity, .nan]))
        case .bool(let truth): .bool(!truth)
        case .timestamp: .timestamp(Timestamp(milliseconds: pick([0, -1, 253_402_300_799_000])))
        case .bytes: .bytes(Array(repeating: 0xFF, count: 300))
        case .list(let items): .list((items + [any(depth: 1)]).shuffled(using: &dice))
        case .map(let entries): .map(entries.merging(["": any(depth: 1), "很": any(depth: 1)]) { $1 })
        case .null: any(depth: 0)
        }
    }

    private mutating func any(depth: Int) -> Value {
        let kind = Int.random(in: 0..<(depth > 4 ? 6 : 9), using: &dice)
        switch kind {
        case 0: return .null
        case 1: return .bool(true)
        case 2: return .int(pick(Self.numbers))
        case 3: return .double(.nan)
        case 4: return .text(pick(Self.texts))
        case 5: return .bytes([0, 0xFF])
        case 6: return .timestamp(Timestamp(milliseconds: 0))
        case 7: return .list((0..<Int.random(in: 0...3, using: &dice)).map { _ in any(depth: depth + 1) })
        default: return ["id": any(depth: depth + 1), "text": any(depth: depth + 1)]
        }
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &dice)]
    }
}
