/// The documents of the collections that the manifest declares. A read sees what was committed, what earlier skills of
/// this turn wrote and what this one put; a put is committed with the turn or not at all.
public struct DocumentStore: Sendable {
    /// A part of a list, and where the next one begins.
    public struct Page: Sendable {
        public let items: [Record]
        public let next: String?
    }

    let turn: Turn

    public func get(_ collection: String, _ id: String) throws -> Record? {
        Record(try ask("get", ["collection": .text(collection), "id": .text(id)]))
    }

    /// `filter`: what a field equals, or `["gte": 20]` with gt, gte, lt, lte. `sort`: a field, `-` in front for falling.
    public func query(
        _ collection: String, where filter: [String: Value] = [:], sort: String? = nil, limit: Int? = nil,
        after cursor: String? = nil
    ) throws -> Page {
        let answer = try ask(
            "query",
            [
                "collection": .text(collection), "filter": filter.isEmpty ? nil : .map(filter),
                "sort": sort.map(Value.text), "limit": limit.map { .int(Int64($0)) },
                "cursor": cursor.map(Value.text),
            ])
        return Page(items: answer["items"].flatMap { [Record]($0) } ?? [], next: answer["next"]?.text)
    }

    /// Replaces the document. With `version`, only if nobody changed it since it was read.
    public func put(
        _ collection: String, _ id: String, _ document: [String: Value], version: Int64? = nil
    ) throws {
        _ = try ask(
            "put",
            [
                "collection": .text(collection), "id": .text(id), "document": .map(document),
                "version": version.map(Value.int),
            ])
    }

    public func delete(_ collection: String, _ id: String, version: Int64? = nil) throws {
        _ = try ask(
            "delete", ["collection": .text(collection), "id": .text(id), "version": version.map(Value.int)])
    }

    private func ask(_ operation: String, _ request: [String: Value?]) throws(HostError) -> Value {
        var request = request
        request["op"] = .text(operation)
        return try turn.host.ask(turn.host.store, turn: turn.id, request)
    }
}
