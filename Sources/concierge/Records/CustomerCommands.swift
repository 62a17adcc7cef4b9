import ConciergeCore

/// `concierge customer`: who customers are, and which two of them are one person.
enum CustomerCommands {
    static let command = Command(
        name: "customer", aliases: ["customers"], summary: "customers; two who are one person become one",
        subcommands: [show, merge, unmerge, merges, erase])

    private static let id = Command.Parameter(name: "ID", summary: "the customer's id")

    private static let show = Command(
        name: "show", summary: "one customer", parameters: [id], options: [.config, .json],
        run: { invocation in
            let customer = try Workplace(invocation).withHost {
                try $0.demand("GET", "/v1/customers/\(percentEncoded(invocation.first))")
            }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(customer)) }
            let entries = (customer.map ?? [:]).filter { $1 != .null && $1 != [:] }
            var table = Table(header: ["field", "value"])
            for (name, value) in entries.sorted(by: { $0.key < $1.key }) {
                table.rows.append([name, value.text ?? JSON.text(value)])
            }
            Terminal.print(table.text(Terminal.answers))
        })

    private static let merge = Command(
        name: "merge", summary: "make OTHER a part of ID: conversations, orders, documents, channels",
        details:
            "It can be undone with 'customer unmerge'. Where both say something else, what ID says stays.",
        examples: ["concierge customer merge u1 wx-93 --preview", "concierge customer merge u1 wx-93"],
        parameters: [id, .init(name: "OTHER", summary: "who becomes a part of that one")],
        options: [
            .config, .json, .init(name: "preview", value: nil, summary: "only say what would become of it"),
            .init(name: "by", value: "AGENT", summary: "who does it; else 'staff'"),
        ],
        run: { invocation in
            let isPreview = invocation.has("preview")
            let body: [String: Value?] = [
                "other": .text(invocation.arguments[1]), "preview": isPreview ? true : nil,
                "by": invocation["by"].map(Value.text),
            ]
            let report = try Workplace(invocation).withHost {
                try $0.demand(
                    "POST", "/v1/customers/\(percentEncoded(invocation.first))/merge", .compact(body))
            }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(report)) }
            Terminal.print(lines(report).joined(separator: "\n"))
        })

    /// What goes over, what stays, what is kept, and how to undo it.
    private static func lines(_ report: Value) -> [String] {
        let (customer, other) = (report["customer"]?.text ?? "", report["other"]?.text ?? "")
        let merge = report["merge"]?.text
        var moves = (report["moves"]?.map ?? [:]).filter { $0.key != "documents" }
        moves.merge(report["moves"]?["documents"]?.map ?? [:]) { own, _ in own }
        let counts = moves.filter { $1 != 0 }.sorted { $0.key < $1.key }.map { "\($1.int ?? 0) \($0)" }
        var lines = ["\(other) \(merge == nil ? "would become" : "is now") a part of \(customer)"]
        if !counts.isEmpty { lines.append("  moves      \(counts.joined(separator: ", "))") }
        for (name, value) in (report["fills"]?.map ?? [:]).sorted(by: { $0.key < $1.key }) {
            lines.append("  fills in   \(name): \(value.text ?? JSON.text(value))")
        }
        for conflict in report["conflicts"]?.list ?? [] {
            let (kept, aside) = (conflict["kept"] ?? .null, conflict["aside"] ?? .null)
            lines.append(
                "  keeps      \(conflict["field"]?.text ?? ""): \(kept.text ?? JSON.text(kept)), not \(aside.text ?? JSON.text(aside))"
            )
        }
        let aside = (report["aside"]?.list ?? []).compactMap(\.text)
        if !aside.isEmpty { lines.append("  sets aside \(aside.joined(separator: ", "))") }
        if let merge { lines.append("  undo       concierge customer unmerge \(merge)") }
        return lines.map(\.printable)
    }

    private static let unmerge = Command(
        name: "unmerge", summary: "part two customers again; what came since stays with the first",
        parameters: [.init(name: "MERGE", summary: "the merge's id; 'customer merges' lists them")],
        options: [.config, .json],
        run: { invocation in
            let merge = try Workplace(invocation).withHost {
                try $0.demand("DELETE", "/v1/merges/\(percentEncoded(invocation.first))")
            }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(merge)) }
            Terminal.print(
                "\(merge["other"]?.text ?? "") is a customer apart from \(merge["customer"]?.text ?? "") again"
            )
        })

    private static let merges = Command(
        name: "merges", summary: "merges that can be undone, the last first", options: [.config, .json],
        run: { invocation in
            let page = try Workplace(invocation).withHost { try $0.demand("GET", "/v1/merges?limit=500") }
            guard !invocation.has("json") else { return Terminal.print(JSON.text(page)) }
            var table = Table(header: ["merge", "customer", "other", "at"])
            table.rows = (page["items"]?.list ?? []).map { merge in
                table.header.map { merge[$0]?.text ?? "" }
            }
            guard !table.rows.isEmpty else { return Terminal.remark("none") }
            Terminal.print(table.text(Terminal.answers))
        })

    private static let erase = Command(
        name: "erase", summary: "take away everything of one person, everywhere, for good",
        parameters: [id],
        options: [
            .config,
            .init(name: "yes", value: nil, summary: "do it without asking"),
        ],
        run: { invocation in
            if !invocation.has("yes") {
                guard Terminal.isInteractive else {
                    throw Misuse("erase: nobody can be asked here; add --yes")
                }
                Terminal.prompt("erase '\(invocation.first.printable)' for good? [y/N] ")
                guard ["y", "yes"].contains(Terminal.line()?.lowercased()) else {
                    throw Failure("nothing was erased")
                }
            }
            try Workplace(invocation).withHost {
                _ = try $0.demand("DELETE", "/v1/customers/\(percentEncoded(invocation.first))")
            }
        })
}
