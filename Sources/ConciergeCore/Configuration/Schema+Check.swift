extension Schema {
    /// One way in which a value is not of its shape.
    public struct Violation: Error, Sendable, Hashable, CustomStringConvertible {
        /// A stable name for programs.
        public enum Code: String, Sendable {
            case unknownKey = "unknown_key", missing, type, choice, range, length, format, schema
        }

        public var pointer: Pointer
        public var code: Code
        /// What is wrong, and the mend.
        public var message: String
        /// Whether the key is at fault, not the value under it.
        public var isAboutKey = false

        public init(_ pointer: Pointer, _ code: Code, _ message: String, isAboutKey: Bool = false) {
            self.pointer = pointer
            self.code = code
            self.message = message
            self.isAboutKey = isAboutKey
        }

        public var description: String { "\(pointer): \(message)" }
    }

    /// Every violation, and the value in this shape: names as declared, defaults filled in, and null or the default
    /// where something was wrong. Texts at expanded places may stand for numbers and are never printed.
    public func check(
        _ value: Value, isExpanded: (Pointer) -> Bool = { _ in false }
    ) -> (value: Value, violations: [Violation]) {
        withoutActuallyEscaping(isExpanded) { isExpanded in
            var checker = SchemaChecker(isExpanded: isExpanded)
            let value = checker.check(value, self, at: .root)
            return (value, checker.violations)
        }
    }
}

private struct SchemaChecker {
    typealias Code = Schema.Violation.Code

    let isExpanded: (Pointer) -> Bool
    var violations: [Schema.Violation] = []

    mutating func check(_ given: Value, _ schema: Schema, at pointer: Pointer) -> Value {
        let before = violations.count
        let value = isExpanded(pointer) ? given.read(as: schema.kinds) : given
        guard schema.kinds.isEmpty || schema.kinds.contains(where: { $0.admits(value) }) else {
            return refuse(.type, mustBe(schema, value, at: pointer), schema, at: pointer)
        }
        if !schema.choices.isEmpty, !schema.choices.contains(value), value != .null {
            return refuse(.choice, notAChoice(schema, value, at: pointer), schema, at: pointer)
        }
        switch value {
        case .map(let entries): return .map(map(entries, schema, at: pointer))
        case .list(let items):
            guard case .each(let item) = schema.items else { return value }
            return .list(items.enumerated().map { check($1, item, at: pointer / $0) })
        case .text(let text): self.text(text, schema, at: pointer)
        case .int, .double: range(value.double ?? 0, schema, at: pointer)
        default: break
        }
        return violations.count == before ? value : schema.fallback ?? .null
    }

    private mutating func map(_ entries: [String: Value], _ schema: Schema, at pointer: Pointer) -> [String:
        Value]
    {
        var result: [String: Value] = [:]
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            let known =
                schema.properties.first { $0.name == key }
                ?? schema.properties.first { Spelling.folded($0.name) == Spelling.folded(key) }
            if let known {
                guard result[known.name] == nil else {
                    report(
                        .unknownKey, "'\(key)' was already given in another spelling; remove one of them",
                        at: pointer / key, isAboutKey: true)
                    continue
                }
                // An empty value is one that was not given.
                if value == .null, known.schema.fallback != nil { continue }
                result[known.name] = check(value, known.schema, at: pointer / key)
            } else {
                result[key] = other(key, value, schema, at: pointer)
            }
        }
        complete(&result, entries, schema, at: pointer)
        return result
    }

    private mutating func other(_ key: String, _ value: Value, _ schema: Schema, at pointer: Pointer)
        -> Value?
    {
        if case .nothing = schema.otherKeys {
            let known = schema.properties.map(\.name)
            let otherwise = known.isEmpty ? "remove it" : "known here: \(known.joined(separator: ", "))"
            report(
                .unknownKey,
                "unknown key '\(key)'; \(Spelling.mend(key, known: known, otherwise: otherwise))",
                at: pointer / key, isAboutKey: true)
            return nil
        }
        if let complaint = schema.keyFormat?.complaint(key) {
            report(.format, "'\(key)' \(complaint)", at: pointer / key, isAboutKey: true)
        }
        guard case .each(let each) = schema.otherKeys else { return value }
        return check(value, each, at: pointer / key)
    }

    private mutating func complete(
        _ result: inout [String: Value], _ entries: [String: Value], _ schema: Schema, at pointer: Pointer
    ) {
        for name in schema.required where result[name] == nil {
            report(.missing, "'\(name)' is missing; add it", at: pointer, isAboutKey: true)
        }
        for property in schema.properties where result[property.name] == nil {
            guard let fallback = property.schema.fallback else { continue }
            // A default is ours and fits; checking it fills the defaults inside it.
            var inner = SchemaChecker(isExpanded: { _ in false })
            result[property.name] = inner.check(fallback, property.schema, at: pointer / property.name)
        }
    }

    private mutating func text(_ text: String, _ schema: Schema, at pointer: Pointer) {
        let name = subject(pointer)
        if let minimum = schema.minimumLength, text.unicodeScalars.count < minimum {
            let what = minimum == 1 ? "must not be empty" : "must have at least \(minimum) characters"
            return report(.length, "\(name) \(what); write it out", at: pointer)
        }
        if let maximum = schema.maximumLength, text.unicodeScalars.count > maximum {
            return report(.length, "\(name) has more than \(maximum) characters; shorten it", at: pointer)
        }
        guard let complaint = schema.format?.complaint(text) else { return }
        let shown = isHidden(schema, at: pointer) ? "" : " '\(text.prefix(80))'"
        report(.format, "\(name)\(shown) \(complaint)", at: pointer)
    }

    private mutating func range(_ number: Double, _ schema: Schema, at pointer: Pointer) {
        let shown = isHidden(schema, at: pointer) ? "" : ", not \(Self.plain(number))"
        if let minimum = schema.minimum, !(number >= minimum) {
            report(
                .range, "\(subject(pointer)) must be at least \(Self.plain(minimum))\(shown); raise it",
                at: pointer)
        } else if let maximum = schema.maximum, !(number <= maximum) {
            report(
                .range, "\(subject(pointer)) must be at most \(Self.plain(maximum))\(shown); lower it",
                at: pointer)
        }
    }

    private func mustBe(_ schema: Schema, _ value: Value, at pointer: Pointer) -> String {
        let kinds = schema.kinds.filter { $0 != .null || schema.kinds.count == 1 }
        let wanted = kinds.map(\.phrase).joined(separator: " or ")
        let shown = isHidden(schema, at: pointer) ? "" : ", not \(value.phrase)"
        let mend = isSpan(schema, value) ? schema.format?.mend ?? "" : kinds.first?.mend ?? "change it"
        return "\(subject(pointer)) must be \(wanted)\(shown); \(mend)"
    }

    /// A number where a length of time is wanted lacks its unit, not its quotes.
    private func isSpan(_ schema: Schema, _ value: Value) -> Bool {
        [.span, .positiveSpan].contains(schema.format) && value.double != nil
    }

    private func notAChoice(_ schema: Schema, _ value: Value, at pointer: Pointer) -> String {
        let names = schema.choices.map { $0.text ?? JSON.text($0) }
        let shown = isHidden(schema, at: pointer) ? "" : ", not \(value.phrase)"
        let near = isHidden(schema, at: pointer) ? nil : Spelling.nearest(value.text ?? "", in: names)
        let mend = near.map { "did you mean '\($0)'?" } ?? "choose one of them"
        return "\(subject(pointer)) must be one of \(names.joined(separator: ", "))\(shown); \(mend)"
    }

    private func isHidden(_ schema: Schema, at pointer: Pointer) -> Bool {
        schema.isSecret || isExpanded(pointer)
    }

    /// `'port'`, or `item 2 of 'knowledge'`.
    private func subject(_ pointer: Pointer) -> String {
        guard let last = pointer.steps.last else { return "this" }
        guard let index = Int(last) else { return "'\(last)'" }
        guard let list = pointer.steps.dropLast().last else { return "item \(index + 1)" }
        return "item \(index + 1) of '\(list)'"
    }

    private mutating func refuse(_ code: Code, _ message: String, _ schema: Schema, at pointer: Pointer)
        -> Value
    {
        report(code, message, at: pointer)
        return schema.fallback ?? .null
    }

    private mutating func report(
        _ code: Code, _ message: String, at pointer: Pointer, isAboutKey: Bool = false
    ) {
        violations.append(Schema.Violation(pointer, code, message, isAboutKey: isAboutKey))
    }

    private static func plain(_ number: Double) -> String {
        Int64(exactly: number).map(String.init) ?? "\(number)"
    }
}

extension Schema.Kind {
    func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.null, .null), (.boolean, .bool), (.integer, .int), (.number, .int), (.number, .double),
            (.string, .text), (.array, .list), (.object, .map):
            true
        default: false
        }
    }

    fileprivate var phrase: String {
        switch self {
        case .null: "empty"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .string: "text"
        case .array: "a list"
        case .object: "a map"
        }
    }

    fileprivate var mend: String {
        switch self {
        case .null: "remove the value"
        case .boolean: "write true or false"
        case .integer: "write digits without quotes"
        case .number: "write it without quotes or unit"
        case .string: "write it in quotes"
        case .array: "write '[a, b]' or lines that start with '- '"
        case .object: "write lines of 'key: value'"
        }
    }
}

extension Value {
    /// What the environment gives is text; here it becomes what the schema asks for, if it can.
    fileprivate func read(as kinds: [Schema.Kind]) -> Value {
        guard case .text(let text) = self, !kinds.isEmpty, !kinds.contains(.string) else { return self }
        if kinds.contains(.boolean), text == "true" || text == "false" { return .bool(text == "true") }
        if kinds.contains(.integer) || kinds.contains(.number), let number = Int64(text) {
            return .int(number)
        }
        if kinds.contains(.number), let number = Double(text), number.isFinite { return .double(number) }
        return self
    }

    fileprivate var phrase: String {
        switch self {
        case .null: "empty"
        case .text(let text): "the text '\(text.prefix(80))'"
        case .list: "a list"
        case .map: "a map"
        case .bytes: "bytes"
        default: JSON.text(self)
        }
    }
}
