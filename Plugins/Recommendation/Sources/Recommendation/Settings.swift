public import SkillKit

/// The configuration with the defaults of `assets/` beneath it, read by path.
public struct Settings: Sendable {
    private let value: Value

    public init(_ value: Value) { self.value = value }

    public func flag(_ path: String...) throws(SkillError) -> Bool {
        try read(path, "true or false", \.bool)
    }

    public func integer(_ path: String...) throws(SkillError) -> Int {
        Int(try read(path, "a whole number", \.int))
    }

    public func number(_ path: String...) throws(SkillError) -> Double {
        try read(path, "a number", \.double)
    }

    public func span(_ path: String...) throws(SkillError) -> Duration {
        try read(path, "a span such as 24h") { Duration($0) }
    }

    public func texts(_ path: String...) throws(SkillError) -> [String] {
        try read(path, "a list of texts") { [String]($0) }
    }

    public func content<Content: ValueConvertible>(
        _ path: String..., as what: String, of type: Content.Type = Content.self
    ) throws(SkillError) -> Content {
        try read(path, what) { Content($0) }
    }

    private func read<Content>(_ path: [String], _ what: String, _ convert: (Value) -> Content?)
        throws(SkillError) -> Content
    {
        let found = path.reduce(Value?.some(value)) { $0?[$1] }
        guard let content = found.flatMap(convert) else {
            let name = path.joined(separator: ".")
            throw SkillError(
                found == nil
                    ? "\(name): missing; take it from the package's assets"
                    : "\(name): \(what) was expected; write one")
        }
        return content
    }
}
