import ConciergeCore

/// The contract as OpenAPI 3.1, made from the routes themselves.
struct OpenAPI {
    let routes: [Route]
    let version: String

    private static let about =
        "A plugin-based skill host for customer service and sales. Errors are application/problem+json with a stable "
        + "`code`; times are RFC 3339 in UTC; ids are opaque."

    var bytes: [UInt8] { JSON.readable(value) }

    var value: Value {
        var paths: [String: [String: Value]] = [:]
        for route in routes {
            paths[route.pattern, default: [:]][route.method.rawValue.lowercased()] = operation(route)
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Concierge", "version": .text(version),
                "description": .text(Self.about),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "paths": .map(paths.mapValues(Value.map)),
            "components": [
                "schemas": .map(Schema.shared.mapValues(\.document)), "responses": .map(sharedResponses),
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ],
        ]
    }

    private var sharedResponses: [String: Value] {
        Dictionary(
            uniqueKeysWithValues: Route.refusals.map { status, about in
                ("Refusal\(status)", response(.refusal(status, about)))
            })
    }

    private func operation(_ route: Route) -> Value {
        .compact([
            "operationId": .text(route.operationID), "summary": .text(route.summary),
            "tags": [.text(route.tag)],
            "parameters": parameters(route), "requestBody": route.body.map(body),
            "responses": .map(responses(route)), "security": security(route.access),
            "x-scope": scope(route.access),
        ])
    }

    private func parameters(_ route: Route) -> Value? {
        let inPath = route.segments.filter { $0.hasPrefix("{") }.map { segment -> Value in
            [
                "name": .text(String(segment.dropFirst().dropLast())), "in": "path", "required": true,
                "schema": ["type": "string", "minLength": 1],
            ]
        }
        let others =
            route.query.map { parameter($0, in: "query") }
            + route.headers.map { parameter($0, in: "header") }
        return inPath.isEmpty && others.isEmpty ? nil : .list(inPath + others)
    }

    private func parameter(_ field: Property, in place: String) -> Value {
        .compact([
            "name": .text(field.name), "in": .text(place), "required": .bool(field.isRequired),
            "schema": field.schema.document, "description": field.about.map(Value.text),
        ])
    }

    private func body(_ body: Route.Body) -> Value {
        [
            "required": .bool(body.isRequired),
            "content": .map([body.mediaType: ["schema": body.schema.document]]),
        ]
    }

    private func responses(_ route: Route) -> [String: Value] {
        var responses: [String: Value] = [:]
        for answer in route.allAnswers {
            if answer.isShared {
                responses["\(answer.status)"] = [
                    "$ref": .text("#/components/responses/Refusal\(answer.status)")
                ]
                continue
            }
            responses["\(answer.status)"] = response(answer)
        }
        return responses
    }

    private func response(_ answer: Route.Answer) -> Value {
        let content = answer.bodies.mapValues { schema -> Value in ["schema": schema.document] }
        return .compact([
            "description": .text(answer.about), "content": content.isEmpty ? nil : .map(content),
        ])
    }

    private func security(_ access: Route.Access) -> Value {
        switch access {
        case .everyone: []
        case .token: [["token": []]]
        case .restChannel: [["token": []], .map([:])]
        }
    }

    private func scope(_ access: Route.Access) -> Value? {
        if case .token(let scope) = access { .text(scope.rawValue) } else { nil }
    }
}

extension Route {
    /// `get_v1_turns_id`
    var operationID: String {
        ([method.rawValue.lowercased()]
            + segments.map { $0.filter { $0.isLetter || $0.isNumber || $0 == "_" } })
            .joined(separator: "_").replacing(".", with: "_")
    }

    var tag: String {
        let first = segments.first { $0 != "v1" && $0 != "webhooks" } ?? "page"
        return String(first)
    }
}

extension JSON {
    /// Indented, for people and for diffs.
    static func readable(_ value: Value) -> [UInt8] {
        var out: [UInt8] = []
        writeReadable(value, indent: 0, to: &out)
        out.append(0x0a)
        return out
    }

    private static func writeReadable(_ value: Value, indent: Int, to out: inout [UInt8]) {
        switch value {
        case .list(let values) where !values.isEmpty:
            lines(values, "[", "]", indent, to: &out) { writeReadable($0, indent: indent + 2, to: &$1) }
        case .map(let entries) where !entries.isEmpty:
            lines(entries.sorted { $0.key < $1.key }, "{", "}", indent, to: &out) { entry, out in
                out += encode(.text(entry.key))
                out += [0x3a, 0x20]
                writeReadable(entry.value, indent: indent + 2, to: &out)
            }
        default: out += encode(value)
        }
    }

    private static func lines<Element>(
        _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ indent: Int,
        to out: inout [UInt8], write: (Element, inout [UInt8]) -> Void
    ) {
        out.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { out.append(0x2c) }
            out.append(0x0a)
            out += repeatElement(0x20, count: indent + 2)
            write(element, &out)
        }
        out.append(0x0a)
        out += repeatElement(0x20, count: indent)
        out.append(UInt8(ascii: close))
    }
}
