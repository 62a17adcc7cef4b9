/// What is said, in each language, with places to fill: `{ zh: "{product} 单价 {price}", en: "{product} costs {price}" }`.
/// A text alone is the same in every language; `{{` is a brace.
public struct Phrase: Sendable, Hashable, ValueConvertible {
    public static var type: ValueType { .map }

    private enum Part: Sendable, Hashable { case text(String), place(String) }

    private let written: [String: String]
    private let parts: [String: [Part]]

    public init(_ texts: [String: String]) {
        written = texts
        parts = texts.mapValues(Self.parts)
    }

    public init?(_ value: Value) {
        if let text = value.text {
            self.init(["": text])
        } else if let texts = [String: String](value) {
            self.init(texts)
        } else {
            return nil
        }
    }

    public var value: Value {
        if let only = written[""], written.count == 1 { .text(only) } else { written.value }
    }

    /// In the language of a locale, else Chinese, else English; a place that is given nothing stays empty.
    public func text(_ locale: String?, _ values: [String: String] = [:]) -> String {
        let language = locale?.prefix { $0 != "-" && $0 != "_" }.lowercased() ?? ""
        let chosen = parts[language] ?? parts["zh"] ?? parts["en"] ?? parts.min { $0.key < $1.key }?.value
        return (chosen ?? []).reduce(into: "") { text, part in
            switch part {
            case .text(let words): text += words
            case .place(let name): text += values[name] ?? ""
            }
        }
    }

    /// The places to fill, of all languages.
    public var names: Set<String> {
        parts.values.reduce(into: []) { names, parts in
            for case .place(let name) in parts { names.insert(name) }
        }
    }

    /// Which languages it says nothing in.
    public func missing(of languages: [String] = ["zh", "en"]) -> [String] {
        written[""] == nil ? languages.filter { written[$0]?.isEmpty ?? true } : []
    }

    private static func parts(of text: String) -> [Part] {
        var (parts, words, rest) = ([Part](), "", text[...])
        while let brace = rest.firstIndex(of: "{") {
            words += rest[..<brace]
            rest = rest[rest.index(after: brace)...]
            if rest.first == "{" {
                words += "{"
                rest = rest.dropFirst()
            } else if let end = rest.firstIndex(of: "}") {
                if !words.isEmpty { parts.append(.text(words)) }
                parts.append(.place(String(rest[..<end])))
                words = ""
                rest = rest[rest.index(after: end)...]
            } else {
                words += "{"
            }
        }
        words += rest
        return words.isEmpty ? parts : parts + [.text(words)]
    }
}
