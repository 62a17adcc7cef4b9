import ConciergeCore

/// `concierge documents`: the documents of any collection; `ticket` and `lead` are short for two of them.
enum DocumentCommands {
    static let command = Command(
        name: "documents", aliases: ["document"],
        summary: "what skills keep: every collection that one declares",
        examples: ["concierge documents", "concierge documents list surveys score=5"],
        options: [.config, .json],
        subcommands: [
            list(in: nil), show(in: nil), move(in: nil), change(in: nil),
        ],
        run: { invocation in
            let collections = try Workplace(invocation).withHost { try $0.demand("GET", "/v1/collections") }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(collections)) }
            var table = Table(header: ["collection", "states", "fields"])
            for shape in (collections["items"]?.list ?? []).compactMap(CollectionShape.init) {
                table.rows.append([
                    shape.name, shape.statesInOrder.joined(separator: " "),
                    shape.fields.sorted().joined(separator: " "),
                ])
            }
            Terminal.print(table.text(Terminal.answers))
        })

    static let tickets = short("ticket", of: "tickets", "tickets: what waits for an answer by staff")
    static let leads = short("lead", of: "leads", "leads: who may buy")

    private static func short(_ name: String, of collection: String, _ summary: String) -> Command {
        Command(
            name: name, aliases: [collection], summary: summary,
            subcommands: [
                list(in: collection), show(in: collection), move(in: collection), change(in: collection),
            ])
    }

    private static let name = Command.Parameter(
        name: "COLLECTION", summary: "its name; 'concierge documents' lists them")
    private static let id = Command.Parameter(name: "ID", summary: "the document's id")

    private static func list(in collection: String?) -> Command {
        Command(
            name: "list", summary: "documents, the last changed first",
            details:
                "FIELD=VALUE keeps those with that value; FIELD>=VALUE and FIELD<=VALUE bounds. Fields must be indexed.",
            examples: [
                "concierge \(collection == nil ? "documents list leads" : "lead list") status=new points\\>=60"
            ],
            parameters: (collection == nil ? [name] : [])
                + [.init(name: "FILTER", summary: "which ones", count: .many)],
            options: [
                .config, .json,
                .init(name: "sort", value: "FIELD", summary: "'-' before it for falling; else -updated_at"),
                .init(name: "limit", value: "N", summary: "at most so many, 1 to 500; else 50"),
            ],
            run: { try list(Place($0, collection, hasID: false), $0) })
    }

    private static func list(_ place: Place, _ invocation: Invocation) throws {
        let limit = try invocation.integer("limit", in: 1...500) ?? 50
        let filters = try place.words.map(filter)
        let query =
            ["limit=\(limit)", "sort=\(percentEncoded(invocation["sort"] ?? "-updated_at"))"] + filters
        let (page, shape) = try Workplace(invocation).withHost { host in
            let shape = try CollectionShape(place.collection, of: host)
            for word in place.words { try shape.checkState(in: word) }
            return (try host.demand("GET", "\(place.path)?\(query.joined(separator: "&"))"), shape)
        }
        guard !invocation.has("json") else { return Terminal.print(JSON.text(page)) }
        let items = page["items"]?.list ?? []
        guard !items.isEmpty else { return Terminal.remark("none") }
        Terminal.print(shape.table(of: items).text(Terminal.answers))
        if page["next"]?.text != nil {
            Terminal.remark("there are more; --limit shows up to 500, FIELD=VALUE picks")
        }
    }

    /// `points>=60` as the API has it: `points[gte]=60`.
    static func filter(_ word: String) throws(Misuse) -> String {
        for (mark, suffix) in [(">=", "[gte]"), ("<=", "[lte]"), (">", "[gt]"), ("<", "[lt]"), ("=", "")] {
            guard let place = word.firstRange(of: mark), place.lowerBound > word.startIndex else { continue }
            let field = String(word[..<place.lowerBound])
            return percentEncoded(field + suffix) + "=" + percentEncoded(String(word[place.upperBound...]))
        }
        throw Misuse("FILTER: '\(word)' is no filter; write FIELD=VALUE")
    }

    private static func show(in collection: String?) -> Command {
        Command(
            name: "show", summary: "one document, and what state may follow",
            parameters: (collection == nil ? [name] : []) + [id], options: [.config, .json],
            run: { invocation in
                let place = Place(invocation, collection)
                let (document, shape) = try Workplace(invocation).withHost { host in
                    (try host.demand("GET", place.document), try CollectionShape(place.collection, of: host))
                }
                guard !invocation.has("json") else { return Terminal.print(JSON.text(document)) }
                Terminal.print(shape.sheet(of: document, Terminal.answers))
            })
    }

    private static func move(in collection: String?) -> Command {
        Command(
            name: "move", summary: "bring a document to its next state",
            examples: ["concierge ticket move 0198… resolved --reason '换了电源'"],
            parameters: (collection == nil ? [name] : []) + [
                id, .init(name: "STATE", summary: "where to; 'show' says what may follow"),
            ],
            options: [
                .config, .json, .init(name: "reason", value: "TEXT", summary: "why, for the record"),
                .init(name: "by", value: "AGENT", summary: "who does it; else 'staff'"),
            ],
            run: { invocation in
                let place = Place(invocation, collection)
                let body: [String: Value?] = [
                    "to": .text(place.words.first ?? ""), "reason": invocation["reason"].map(Value.text),
                    "by": invocation["by"].map(Value.text),
                ]
                let (before, after, shape) = try Workplace(invocation).withHost { host in
                    let before = try host.demand("GET", place.document)
                    let after = try host.demand("POST", place.document + "/transitions", .compact(body))
                    return (before, after, try CollectionShape(place.collection, of: host))
                }
                guard !invocation.has("json") else { return Terminal.print(JSON.text(after)) }
                let field = shape.stateField ?? "status"
                Terminal.print(
                    "\(place.id): \(before[field]?.text ?? "nothing") → \(after[field]?.text ?? "nothing")")
            })
    }

    private static func change(in collection: String?) -> Command {
        Command(
            name: "set", summary: "change fields that staff may write; FIELD= takes one away",
            parameters: (collection == nil ? [name] : []) + [
                id, .init(name: "FIELD=VALUE", summary: "what to write", count: .many),
            ],
            options: [.config, .json],
            run: { invocation in
                let place = Place(invocation, collection)
                var fields: [String: Value] = [:]
                for word in place.words {
                    guard let mark = word.firstIndex(of: "="), mark > word.startIndex else {
                        throw Misuse("FIELD=VALUE: '\(word)' has no '='; write FIELD=VALUE")
                    }
                    fields[String(word[..<mark])] = value(String(word[word.index(after: mark)...]))
                }
                let after = try Workplace(invocation).withHost {
                    try $0.demand("PATCH", place.document, .map(fields))
                }
                Terminal.print(invocation.has("json") ? JSON.text(after) : "\(place.id): changed")
            })
    }

    /// A number, true, false or JSON where it is one, else a text.
    private static func value(_ text: String) -> Value {
        text.isEmpty ? .null : (try? JSON.decode(Array(text.utf8))) ?? .text(text)
    }

    /// What the words of a command name.
    private struct Place {
        let collection: String
        let words: [String]
        let id: String

        init(_ invocation: Invocation, _ collection: String?, hasID: Bool = true) {
            var words = invocation.arguments
            self.collection = collection ?? (words.isEmpty ? "" : words.removeFirst())
            id = hasID && !words.isEmpty ? words.removeFirst() : ""
            self.words = words
        }

        var path: String { "/v1/collections/\(percentEncoded(collection))" }
        var document: String { "\(path)/\(percentEncoded(id))" }
    }
}
