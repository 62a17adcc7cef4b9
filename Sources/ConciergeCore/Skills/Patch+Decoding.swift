/// What is wrong with a skill's answer, and at which of its parts.
public struct PatchError: Error, Hashable, CustomStringConvertible {
    public var path: String
    public var reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}

extension Patch {
    /// Reads a skill's message strictly: an unknown part or a wrong type refuses the whole.
    public init(_ value: Value) throws(PatchError) {
        guard case .map(let parts) = value else { throw PatchError("result", "a map was expected") }
        for (name, part) in parts {
            switch name {
            case "writes": writes = try part.entries(name)
            case "unset": unset = try part.texts(name)
            case "say": say = try part.items(name, Utterance.init(patch:at:))
            case "store": store = try part.items(name, Write.init(patch:at:))
            case "emit": emit = try part.items(name, Emission.init(patch:at:))
            case "effects": effects = try part.items(name, Effect.init(patch:at:))
            case "claim": claim = try part.flag(name)
            case "because": because = try part.string(name)
            default: throw PatchError(name, "unknown part of a result")
            }
        }
    }
}

extension Utterance {
    fileprivate init(patch: Value, at path: String) throws(PatchError) {
        let parts = try patch.entries(path, only: ["kind", "text", "priority", "actions", "offer"])
        let name = try parts.string("kind", path)
        guard let kind = Kind(rawValue: name) else {
            throw PatchError(
                path + ".kind", "unknown kind '\(name)'; answer, question, offer and notice are known")
        }
        self.init(kind, try parts.string("text", path))
        if let value = parts["priority"] { priority = try value.integer(path + ".priority") }
        if let value = parts["actions"] { actions = try value.texts(path + ".actions") }
        if let value = parts["offer"] { offer = try value.string(path + ".offer") }
    }
}

extension Patch.Write {
    /// Also the shape of a buffered `put` or `delete` of `sk.store/1`.
    public init(patch: Value, at path: String) throws(PatchError) {
        let parts = try patch.entries(path, only: ["op", "collection", "id", "document", "version"])
        collection = try parts.string("collection", path)
        id = try parts.string("id", path)
        guard isIdentifier(id) else {
            throw PatchError(path + ".id", "not an id: 1 to 128 of A-Z a-z 0-9 . _ : @ -")
        }
        switch try parts.string("op", path) {
        case "put": action = .put(try (parts["document"] ?? .null).entries(path + ".document"))
        case "delete": action = .delete
        case let other:
            throw PatchError(path + ".op", "unknown operation '\(other)'; put and delete are known")
        }
        version = try parts["version"].map { value throws(PatchError) in try value.integer(path + ".version")
        }
    }
}

extension Patch.Emission {
    fileprivate init(patch: Value, at path: String) throws(PatchError) {
        let parts = try patch.entries(path, only: ["name", "data"])
        self.init(name: try parts.string("name", path), data: parts["data"] ?? .null)
    }
}

extension Patch.Effect {
    fileprivate init(patch: Value, at path: String) throws(PatchError) {
        let parts = try patch.entries(
            path, only: ["kind", "competence", "text", "data", "event", "reason", "name", "at"])
        let competence = try parts["competence"].map { value throws(PatchError) in
            try value.string(path + ".competence")
        }
        let data = parts["data"] ?? .null
        switch try parts.string("kind", path) {
        case "notify":
            self = .notify(competence: competence, text: try parts.string("text", path), data: data)
        case "webhook": self = .webhook(event: try parts.string("event", path), data: data)
        case "handoff": self = .handoff(competence: competence, reason: try parts.string("reason", path))
        case "schedule":
            guard let at = parts["at"]?.timestamp else {
                throw PatchError(path + ".at", "a timestamp was expected")
            }
            self = .schedule(name: try parts.string("name", path), at: at, data: data)
        case "unschedule": self = .unschedule(name: try parts.string("name", path))
        case let other:
            throw PatchError(
                path + ".kind",
                "unknown effect '\(other)'; notify, webhook, handoff, schedule and unschedule are known")
        }
    }
}

extension Value {
    fileprivate func entries(_ path: String, only known: Set<String>? = nil) throws(PatchError) -> [String:
        Value]
    {
        guard case .map(let entries) = self else { throw PatchError(path, "a map was expected") }
        if let known, let odd = entries.keys.filter({ !known.contains($0) }).min() {
            throw PatchError("\(path).\(odd)", "unknown field")
        }
        return entries
    }

    fileprivate func items<Item>(
        _ path: String, _ make: (Value, String) throws(PatchError) -> Item
    ) throws(PatchError) -> [Item] {
        guard case .list(let values) = self else { throw PatchError(path, "a list was expected") }
        var items: [Item] = []
        for (index, value) in values.enumerated() { items.append(try make(value, "\(path)[\(index)]")) }
        return items
    }

    fileprivate func texts(_ path: String) throws(PatchError) -> [String] {
        try items(path) { value, path throws(PatchError) in try value.string(path) }
    }

    fileprivate func string(_ path: String) throws(PatchError) -> String {
        guard case .text(let text) = self else { throw PatchError(path, "a text was expected") }
        return text
    }

    fileprivate func integer(_ path: String) throws(PatchError) -> Int64 {
        guard case .int(let number) = self else { throw PatchError(path, "an integer was expected") }
        return number
    }

    fileprivate func flag(_ path: String) throws(PatchError) -> Bool {
        guard case .bool(let flag) = self else { throw PatchError(path, "true or false was expected") }
        return flag
    }
}

extension [String: Value] {
    fileprivate func string(_ name: String, _ path: String) throws(PatchError) -> String {
        try (self[name] ?? .null).string("\(path).\(name)")
    }
}
