/// What is wrong with a skill's answer, and at which of its parts.
public struct PatchError: Error, Hashable, CustomStringConvertible {
    public var path: String
    public var reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }

    /// The same, seen from further out. Paths are put together only when something is wrong.
    fileprivate func under(_ outer: String) -> PatchError {
        PatchError(path.isEmpty ? outer : "\(outer).\(path)", reason)
    }
}

extension Patch {
    /// Reads a skill's message strictly: an unknown part or a wrong type refuses the whole.
    public init(_ value: Value) throws(PatchError) {
        guard case .map(let parts) = value else { throw PatchError("result", "a map was expected") }
        for (name, part) in parts {
            switch name {
            case "writes": writes = try part.entries(name)
            case "unset": unset = try part.texts(name)
            case "say": say = try part.items(name, Utterance.init(patch:))
            case "store": store = try part.items(name, Write.init(patch:))
            case "emit": emit = try part.items(name, Emission.init(patch:))
            case "effects": effects = try part.items(name, Effect.init(patch:))
            case "claim": claim = try part.flag(name)
            case "because": because = try part.string(name)
            case "result": result = part
            case "page": page = try Page(patch: part, at: name)
            default: throw PatchError(name, "unknown part of a result")
            }
        }
    }
}

extension Utterance {
    fileprivate init(patch: Value) throws(PatchError) {
        let parts = try patch.entries(only: ["kind", "text", "priority", "actions", "offer"])
        let name = try parts.string("kind")
        guard let kind = Kind(rawValue: name) else {
            throw PatchError(
                "kind", "unknown kind '\(name)'; answer, question, offer and notice are known")
        }
        self.init(kind, try parts.string("text"))
        if let value = parts["priority"] { priority = try value.integer("priority") }
        if let value = parts["actions"] { actions = try value.texts("actions") }
        if let value = parts["offer"] { offer = try value.string("offer") }
    }
}

extension Patch.Write {
    /// Also the shape of a buffered `put` or `delete` of `sk.store/1`.
    public init(patch: Value, at path: String) throws(PatchError) {
        do { try self.init(patch: patch) } catch { throw error.under(path) }
    }

    fileprivate init(patch: Value) throws(PatchError) {
        let parts = try patch.entries(only: ["op", "collection", "id", "document", "version"])
        collection = try parts.string("collection")
        id = try parts.string("id")
        guard isIdentifier(id) else {
            throw PatchError("id", "not an id: 1 to 128 of A-Z a-z 0-9 . _ : @ -")
        }
        switch try parts.string("op") {
        case "put": action = .put(try (parts["document"] ?? .null).entries("document"))
        case "delete": action = .delete
        case let other:
            throw PatchError("op", "unknown operation '\(other)'; put and delete are known")
        }
        version = try parts["version"].map { value throws(PatchError) in try value.integer("version") }
    }
}

extension Patch.Page {
    fileprivate init(patch: Value, at path: String) throws(PatchError) {
        do throws(PatchError) {
            let parts = try patch.entries(only: ["html", "status"])
            self.init(html: try parts.string("html"))
            if let value = parts["status"] { status = try value.integer("status") }
            guard Self.statuses.contains(status) else {
                let known = Self.statuses.map(String.init)
                throw PatchError("status", "\(status) is not for pages; use one of \(Spelling.listed(known))")
            }
        } catch { throw error.under(path) }
    }
}

extension Patch.Emission {
    fileprivate init(patch: Value) throws(PatchError) {
        let parts = try patch.entries(only: ["name", "data"])
        self.init(name: try parts.string("name"), data: parts["data"] ?? .null)
    }
}

extension Patch.Effect {
    fileprivate init(patch: Value) throws(PatchError) {
        let parts = try patch.entries(
            only: [
                "kind", "competence", "text", "data", "event", "reason", "priority", "note", "name", "at",
                "other",
            ])
        let competence = try parts["competence"].map { value throws(PatchError) in
            try value.string("competence")
        }
        let data = parts["data"] ?? .null
        switch try parts.string("kind") {
        case "notify": self = .notify(competence: competence, text: try parts.string("text"), data: data)
        case "webhook": self = .webhook(event: try parts.string("event"), data: data)
        case "handoff": self = .handoff(try Patch.Handoff(parts, competence))
        case "schedule":
            guard let at = parts["at"]?.timestamp else { throw PatchError("at", "a timestamp was expected") }
            self = .schedule(name: try parts.string("name"), at: at, data: data)
        case "unschedule": self = .unschedule(name: try parts.string("name"))
        case "merge": self = .merge(other: try parts.string("other"))
        case "unmerge": self = .unmerge(other: try parts.string("other"))
        case let other:
            throw PatchError(
                "kind",
                "unknown effect '\(other)'; notify, webhook, handoff, schedule, unschedule, merge and unmerge are known"
            )
        }
    }
}

extension Patch.Handoff {
    fileprivate init(_ parts: [String: Value], _ competence: String?) throws(PatchError) {
        self.init(reason: try parts.string("reason"), competence: competence)
        if let value = parts["priority"] { priority = try value.integer("priority") }
        if let value = parts["note"] { note = try value.entries("note") }
    }
}

extension Value {
    fileprivate func entries(_ path: String = "", only known: [String]? = nil) throws(PatchError)
        -> [String: Value]
    {
        guard case .map(let entries) = self else { throw PatchError(path, "a map was expected") }
        if let known, let odd = entries.keys.filter({ !known.contains($0) }).min() {
            throw PatchError(odd, "unknown field")
        }
        return entries
    }

    fileprivate func items<Item>(
        _ path: String, _ make: (Value) throws(PatchError) -> Item
    ) throws(PatchError) -> [Item] {
        guard case .list(let values) = self else { throw PatchError(path, "a list was expected") }
        var items: [Item] = []
        items.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do { items.append(try make(value)) } catch { throw error.under("\(path)[\(index)]") }
        }
        return items
    }

    fileprivate func texts(_ path: String) throws(PatchError) -> [String] {
        try items(path) { value throws(PatchError) in try value.string("") }
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
    fileprivate func string(_ name: String) throws(PatchError) -> String {
        try (self[name] ?? .null).string(name)
    }
}
