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
        if sources.place(of: pointer).line == 0 || pointer == .root {
            sources.record(pointer, at: sources.place(node.position))
        }
        switch node.content {
        case .null: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .double(let number): return .double(number)
        case .text(let text): return expand(text, at: pointer, sources.place(node.position), &sources)
        case .list(let nodes):
            return .list(
                nodes.enumerated().map { index, node in
                    sources.record(pointer / index, at: sources.place(node.position))
                    return value(of: node, at: pointer / index, in: &sources)
                })
        case .map(let entries):
            var map: [String: Value] = [:]
            for entry in entries {
                let inner = pointer / entry.key
                sources.record(
                    inner, at: sources.place(entry.value.position), key: sources.place(entry.keyPosition))
                map[entry.key] = value(of: entry.value, at: inner, in: &sources)
            }
            return .map(map)
        }
    }

    // A place that could not be filled is null, so that the default or a warning takes over.
    private mutating func expand(
        _ text: String, at pointer: Pointer, _ place: Place, _ sources: inout SourceMap
    ) -> Value {
        guard isOn else { return .text(text) }
        let isFile = text.hasPrefix("file:") && text.utf8.count > 5
        guard isFile || text.contains("${") else { return .text(text) }
        do throws(Fault) {
            let (expanded, isChanged) = try variables(in: text)
            if isFile || isChanged { sources.markExpanded(pointer) }
            // Only what the file itself calls a path is one: a value of the environment opens nothing.
            return .text(isFile ? try file(String(expanded.dropFirst(5)), written: text) : expanded)
        } catch {
            sources.markExpanded(pointer)
            missing.append(Missing(pointer: pointer, problem: Problem(at: place, error.message)))
            return .null
        }
    }

    private func file(_ path: String, written: String) throws(Fault) -> String {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try contents(of: path.hasPrefix("/") ? path : folder + "/" + path, limit: 1 << 20)
        } catch {
            throw Fault(message: "'\(written)': \(error.description); put the secret there")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(message: "'\(written)' is not UTF-8; save it as UTF-8")
        }
        while text.last?.isNewline ?? false { text.removeLast() }
        return text
    }

    /// `${NAME}` is a variable, `$${` is `${` itself.
    private func variables(in text: String) throws(Fault) -> (text: String, isChanged: Bool) {
        var out = ""
        var isChanged = false
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            let before = rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            if before.last == "$" {
                out += before.dropLast() + "${"
                continue
            }
            guard let end = rest.firstIndex(of: "}") else {
                throw Fault(message: "'${' is never closed; write ${NAME}, or $${ for the text itself")
            }
            out += before + (try variable(String(rest[..<end])))
            isChanged = true
            rest = rest[rest.index(after: end)...]
        }
        return (out + rest, isChanged)
    }

    private func variable(_ name: String) throws(Fault) -> String {
        let isName = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || $0 == 0x5F
        }
        guard isName, !name.isEmpty else {
            throw Fault(message: "'${\(name)}' names no variable; write ${NAME}, or $${ for the text itself")
        }
        guard let value = environment(name) else {
            throw Fault(message: "environment variable '\(name)' is not set; set it, or use file:PATH")
        }
        return value
    }

    private struct Fault: Error {
        let message: String
    }
}
