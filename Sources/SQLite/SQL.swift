/// The text of a statement: a literal, found again by its address, or one that was built, found by its text.
public struct SQL: ExpressibleByStringLiteral, Sendable {
    enum Text: Sendable {
        case literal(StaticString)
        case built(String)
    }

    let text: Text

    public init(stringLiteral value: StaticString) { text = .literal(value) }

    /// Never put a value into it: bind values.
    public init(built text: String) { self.text = .built(text) }

    var string: String {
        switch text {
        case .literal(let literal): literal.description
        case .built(let text): text
        }
    }

    /// A name as SQL wants it, whatever it contains.
    public static func quoted(_ name: String) -> String {
        "\"" + String(name.flatMap { $0 == "\"" ? "\"\"" : String($0) }) + "\""
    }
}
