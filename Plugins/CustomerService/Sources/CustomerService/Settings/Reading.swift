import SkillKit

extension Value {
    /// The value at `texts.survey`.
    func at(_ path: String) -> Value? {
        path.split(separator: ".").reduce(self as Value?) { $0?[String($1)] }
    }

    /// What cannot be done without; the package's own files bring all of it.
    func need<Content: ValueConvertible>(_ path: String, _ type: Content.Type = Content.self) throws
        -> Content
    {
        guard let value = at(path), let content = Content(value) else {
            throw SkillError(
                "\(path): is missing or of another type; take the line out, and the package's own value holds"
            )
        }
        return content
    }

    func span(_ path: String) throws -> Span {
        let text = try need(path, String.self)
        guard let span = Span(text) else {
            throw SkillError(
                "\(path): '\(text)' is not a length of time; write a number with s, m, h or d, such as 30m")
        }
        return span
    }

    func set(_ path: String) -> Set<String> { Set(at(path).flatMap { [String]($0) } ?? []) }
}

/// A length of time as an admin writes it.
struct Span: Sendable, Hashable {
    let text: String
    let duration: Duration

    init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), number <= 1_000_000_000 else { return nil }
        let seconds: Int64
        switch text.dropFirst(digits.count) {
        case "ms":
            self.text = text
            duration = .milliseconds(number)
            return
        case "s": seconds = 1
        case "m": seconds = 60
        case "h": seconds = 3600
        case "d": seconds = 86_400
        default: return nil
        }
        self.text = text
        duration = .seconds(number * seconds)
    }
}
