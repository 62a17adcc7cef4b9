import ConciergeCore
import YAML

/// Turns nodes into values: `${NAME}` becomes what the environment has, `file:PATH` what the file holds.
struct Expansion {
    /// A text that names something which is not there.
    struct Missing {
        var pointer: Pointer
        var problem: Problem
    }

    let folder: String
    let environment: (String) -> String?
    var isOn = true
    var missing: [Missing] = []

    /// The value of a node, which from now on stands at `pointer`.
    mutating func value(of node: Node, at pointer: Pointer, in sources: inout SourceMap) -> Value {
        let file = sources.file
        func place(_ position: Position) -> Place {
            Place(file: file, line: position.line, column: position.column)
        }
        if sources.place(of: pointer).line == 0 || pointer == .root {
            sources.record(pointer, at: place(node.position))
        }
        switch node.content {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .double(let number): return .double(number)
        case .text(let text): return expand(text, at: pointer, place(node.position), &sources)
        case .list(let nodes):
            return .list(
                nodes.enumerated().map { index, node in
                    sources.record(pointer / index, at: place(node.position))
                    return value(of: node, at: pointer / index, in: &sources)
                })
        case .map(let entries):
            var map: [String: Value] = [:]
            for entry in entries {
                let inner = pointer / entry.key
                sources.record(inner, at: place(entry.value.position), key: place(entry.keyPosition))
                map[entry.key] = value(of: entry.value, at: inner, in: &sources)
            }
            return .map(map)
        }
    }

    private mutating func expand(
        _ text: String, at pointer: Pointer, _ place: Place, _ sources: inout SourceMap
    ) -> Value {
        guard isOn else { return .text(text) }
        if text.hasPrefix("file:"), text.utf8.count > 5 {
            sources.markExpanded(pointer)
            return file(String(text.dropFirst(5)), at: pointer, place)
        }
        guard text.contains("${") else { return .text(text) }
        sources.markExpanded(pointer)
        return variables(in: text, at: pointer, place)
    }

    private mutating func file(_ path: String, at pointer: Pointer, _ place: Place) -> Value {
        do {
            let bytes = try contents(of: path.hasPrefix("/") ? path : folder + "/" + path, limit: 1 << 20)
            guard var text = String(validating: bytes, as: UTF8.self) else {
                return miss(pointer, place, "file '\(path)' is not UTF-8; save it as UTF-8")
            }
            while text.last?.isNewline ?? false { text.removeLast() }
            return .text(text)
        } catch {
            return miss(pointer, place, "file '\(path)': \(error.description); put the secret there")
        }
    }

    private mutating func variables(in text: String, at pointer: Pointer, _ place: Place) -> Value {
        var out = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            out += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "}") else {
                return miss(pointer, place, "'${' is never closed; write ${NAME}")
            }
            let name = String(rest[..<end])
            guard let value = environment(name) else {
                return miss(
                    pointer, place, "environment variable '\(name)' is not set; set it, or use file:PATH")
            }
            out += value
            rest = rest[rest.index(after: end)...]
        }
        return .text(out + rest)
    }

    private mutating func miss(_ pointer: Pointer, _ place: Place, _ message: String) -> Value {
        missing.append(Missing(pointer: pointer, problem: Problem(at: place, message)))
        return .null
    }
}
