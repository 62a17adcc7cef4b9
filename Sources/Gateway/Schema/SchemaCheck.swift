import ConciergeCore

/// What is wrong with one place of a body.
struct FieldProblem: Sendable, Hashable {
    /// RFC 6901: `/attachments/0`.
    var pointer: String
    var code: String
    var detail: String
}

/// Holds a value against a schema, collects every problem, and gives the value in its declared types.
struct SchemaCheck {
    private(set) var problems: [FieldProblem] = []

    mutating func check(_ value: Value, _ schema: Schema) -> Value {
        switch (schema, value) {
        case (.any, _), (.flag, .bool), (.map, .map), (.named, _): return value
        case (.integer(let range), .int(let number)): return integer(number, range, value)
        case (.integer(let range), .double(let number)):
            // JSON has one kind of number: 2.0 is an integer too.
            guard let exact = Int64(exactly: number) else { return refuseType(schema, value) }
            return integer(exact, range, .int(exact))
        case (.number, .int(let number)): return .double(Double(number))
        case (.number, .double): return value
        case (.moment, .text(let text)):
            if let moment = Timestamp(text) { return .timestamp(moment) }
            add("bad_format", "is no time; write it as 2026-03-11T10:00:00Z")
        case (.text(let range), .text(let text)): length(text, range)
        case (_, .text(let text)) where schema.isText: form(text, schema)
        case (.list(let element, let most), .list(let values)):
            return .list(list(values, of: element, atMost: most))
        case (.object(let fields), .map(let entries)):
            return .map(object(entries, fields, isOpen: false))
        case (.open(let fields), .map(let entries)):
            return .map(object(entries, fields, isOpen: true))
        default: return refuseType(schema, value)
        }
        return value
    }

    /// The same for a part of the whole. Pointers grow on the way out, so that only a problem pays for them.
    mutating func check(_ value: Value, _ schema: Schema, at part: @autoclosure () -> String) -> Value {
        let known = problems.count
        let checked = check(value, schema)
        for index in known..<problems.count {
            problems[index].pointer = "/\(part().pointerPart)\(problems[index].pointer)"
        }
        return checked
    }

    mutating func add(at part: String? = nil, _ code: String, _ detail: String) {
        let pointer = part.map { "/\($0.pointerPart)" } ?? ""
        problems.append(FieldProblem(pointer: pointer, code: code, detail: detail))
    }

    private mutating func refuseType(_ schema: Schema, _ value: Value) -> Value {
        add("wrong_type", "is \(value.kind); \(schema.kind) was expected")
        return value
    }

    private mutating func integer(
        _ number: Int64, _ range: ClosedRange<Int64>, _ value: Value
    ) -> Value {
        if !range.contains(number) {
            add(
                "out_of_range",
                "is \(number); it must be from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    private mutating func length(_ text: String, _ range: ClosedRange<Int>) {
        // Bytes are quick to count, and there are at least as many of them.
        if text.utf8.count > range.upperBound, text.unicodeScalars.count > range.upperBound {
            add("too_long", "is longer than \(range.upperBound) characters; send less")
        } else if range.lowerBound > 0, text.isEmpty {
            add("empty", "is empty; say something")
        }
    }

    private mutating func form(_ text: String, _ schema: Schema) {
        switch schema {
        case .identifier where !isIdentifier(text):
            add("bad_format", "is no id; use 1 to 128 of A-Z a-z 0-9 . _ : @ -")
        case .channel where !isChannelName(text):
            add("bad_format", "is no channel; use a lower-case name such as 'rest'")
        case .locale where !isLocale(text):
            add("bad_format", "is no locale; write it as 'zh-CN' or 'en'")
        case .choice(let choices) where !choices.contains(text):
            let mend = Spelling.mend(
                text, known: choices, otherwise: "it must be one of \(Spelling.listed(choices))")
            add("not_a_choice", "is '\(text.prefix(64))'; \(mend)")
        default: break
        }
    }

    private mutating func list(
        _ values: [Value], of element: Schema, atMost most: Int
    ) -> [Value] {
        if values.count > most {
            add("too_long", "has \(values.count) elements; at most \(most) may stand in it")
            return []
        }
        return values.enumerated().map { check($1, element, at: "\($0)") }
    }

    private mutating func object(
        _ entries: [String: Value], _ fields: [Property], isOpen: Bool
    ) -> [String: Value] {
        var checked = entries
        var met = 0
        for field in fields {
            guard let value = entries[field.name] else {
                if field.isRequired { missing(field) }
                continue
            }
            met += 1
            if value == .null, !field.isRequired {
                if !isOpen { checked[field.name] = nil }
                continue
            }
            let typed = check(value, field.schema, at: field.name)
            // Most are as they came, and then no entry is touched.
            if typed != value { checked[field.name] = typed }
        }
        if !isOpen, met < entries.count { refuseUnknown(entries, fields.map(\.name)) }
        return checked
    }

    private mutating func missing(_ field: Property) {
        add(at: field.name, "missing", "is missing; \(field.schema.kind) was expected")
    }

    private mutating func refuseUnknown(_ entries: [String: Value], _ known: [String]) {
        for name in entries.keys.sorted() where !known.contains(name) {
            let mend = Spelling.mend(
                name, known: known,
                otherwise: known.isEmpty ? "none is expected" : "known are \(Spelling.listed(known))")
            add(at: name, "unknown_field", "is unknown; \(mend)")
        }
    }
}

func isChannelName(_ text: String) -> Bool {
    // The channel of the engine's own wakeups is not open to clients.
    guard let first = text.utf8.first, (97...122).contains(first), text.utf8.count <= 32, text != "event"
    else { return false }
    return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
}

func isLocale(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
    guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(isLetter),
        parts.count <= 4
    else { return false }
    return parts.dropFirst().allSatisfy { part in
        (2...8).contains(part.count) && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
    }
}

extension Schema {
    fileprivate var isText: Bool {
        switch self {
        case .identifier, .channel, .locale, .choice: true
        default: false
        }
    }

    var kind: String {
        switch self {
        case .any, .named: "a value"
        case .flag: "true or false"
        case .integer: "an integer"
        case .number: "a number"
        case .text: "a text"
        case .identifier: "an id"
        case .channel: "a channel's name"
        case .locale: "a locale"
        case .moment: "a time"
        case .choice(let choices): "one of \(Spelling.listed(choices))"
        case .list: "a list"
        case .map, .object, .open: "an object"
        }
    }
}

extension Value {
    /// How a message calls it.
    fileprivate var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .int, .double: "a number"
        case .text, .bytes, .timestamp: "a text"
        case .list: "a list"
        case .map: "an object"
        }
    }
}

extension String {
    /// RFC 6901 §3.
    var pointerPart: String {
        guard utf8.contains(where: { $0 == 0x7e || $0 == 0x2f }) else { return self }
        return reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
    }
}
