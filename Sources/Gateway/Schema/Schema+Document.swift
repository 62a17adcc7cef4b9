import ConciergeCore

extension Schema {
    /// As JSON Schema 2020-12, which OpenAPI 3.1 speaks.
    var document: Value {
        switch self {
        case .any: .map([:])
        case .flag: ["type": "boolean"]
        case .integer(let range): .map(Self.integer(range))
        case .number: ["type": "number"]
        case .text(let range):
            .compact([
                "type": "string", "minLength": range.lowerBound > 0 ? .int(Int64(range.lowerBound)) : nil,
                "maxLength": .int(Int64(range.upperBound)),
            ])
        case .identifier: ["type": "string", "pattern": "^[A-Za-z0-9._:@-]{1,128}$"]
        case .channel:
            ["type": "string", "pattern": "^[a-z][a-z0-9_-]{0,31}$", "not": ["const": "event"]]
        case .locale:
            ["type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$"]
        case .moment: ["type": "string", "format": "date-time"]
        case .choice(let choices): ["type": "string", "enum": .list(choices.map(Value.text))]
        case .list(let element, let most):
            ["type": "array", "items": element.document, "maxItems": .int(Int64(most))]
        case .map: ["type": "object"]
        case .object(let fields): Self.object(fields, isOpen: false)
        case .open(let fields): Self.object(fields, isOpen: true)
        case .named(let name): ["$ref": .text("#/components/schemas/\(name)")]
        }
    }

    private static func integer(_ range: ClosedRange<Int64>) -> [String: Value] {
        var document: [String: Value] = ["type": "integer"]
        if range.lowerBound > .min { document["minimum"] = .int(range.lowerBound) }
        if range.upperBound < .max { document["maximum"] = .int(range.upperBound) }
        return document
    }

    private static func object(_ fields: [Property], isOpen: Bool) -> Value {
        var properties: [String: Value] = [:]
        for field in fields { properties[field.name] = field.document }
        let required = fields.filter(\.isRequired).map { Value.text($0.name) }
        return .compact([
            "type": "object", "properties": .map(properties),
            "required": required.isEmpty ? nil : .list(required),
            "additionalProperties": isOpen ? nil : false,
        ])
    }
}

extension Property {
    /// An optional field may also be null.
    var document: Value {
        var document = schema.document.map ?? [:]
        if !isRequired {
            switch document["type"] {
            case .text(let type)? where document["enum"] == nil: document["type"] = [.text(type), "null"]
            case nil where document.isEmpty: break
            default: document = ["anyOf": [.map(document), ["type": "null"]]]
            }
        }
        if let about { document["description"] = .text(about) }
        return .map(document)
    }
}
