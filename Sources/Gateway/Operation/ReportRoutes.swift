import ConciergeCore
import Engine
import HTTPServer

/// Service, sales and cost in numbers, by day or channel.
struct ReportRoutes: Sendable {
    let engine: Engine

    /// Without a beginning: so many days up to the end.
    private static let usual: Duration = .seconds(30 * 86_400)
    private static let longest: Duration = .seconds(3 * 366 * 86_400)
    private static let columns = ["heading", "source", "name", "title", "unit", "key", "value", "n"]

    var routes: [Route] {
        [
            Route(
                .get, "/v1/report",
                "Service, sales and cost of a period, the last 30 days unless told; CSV with 'Accept: text/csv'",
                access: .token(.staff),
                query: [
                    .optional(
                        "from", .moment,
                        "A moment, or a day of the shop's own clocks; 30 days before 'to' when left out"),
                    .optional("to", .moment, "The same, not included; now when left out"),
                    .optional("channel", .text(1...64), "Only what was said there"),
                    .optional(
                        "by", .choice(Report.Grouping.allCases.map(\.rawValue)), "Also each day, or channel"),
                ],
                answers: [
                    .init(
                        status: 200, about: "the numbers",
                        bodies: [
                            "application/json": .named("Report"), "text/csv": .text(0...100_000_000),
                        ])
                ], answer: report)
        ]
    }

    private func report(_ call: Call) throws -> Response {
        let hours = engine.pipeline.settings.hours
        let end = call.moment("to", hours) ?? engine.clock.now()
        let start = call.moment("from", hours) ?? end.adding(.zero - Self.usual)
        guard start < end else {
            throw Refusal(400, "bad_query", "query: 'from' must be before 'to'; exchange the two")
        }
        guard start.adding(Self.longest) >= end else {
            throw Refusal(
                400, "bad_query", "query: from 'from' to 'to' are more than three years; ask for fewer")
        }
        let request = Report.Request(
            from: start, to: end, channel: call.query["channel"]?.text,
            by: call.query["by"]?.text.flatMap(Report.Grouping.init(rawValue:)))
        let report = try engine.report(request)
        try refuseUnheard(request, report)
        guard call.mediaType == "text/csv" else { return .json(report.value(hours)) }
        return Response(
            headers: .typed("text/csv; charset=utf-8; header=present"),
            body: CSV(columns: Self.columns).encode(report.rows))
    }
}

extension ReportRoutes {
    /// Zeros of a channel that does not exist would pass for numbers.
    private func refuseUnheard(_ request: Report.Request, _ report: Report) throws {
        guard let channel = request.channel, !Channels.known.contains(channel),
            report.lines.allSatisfy({ $0.total.count == 0 })
        else { return }
        var all = request
        all.channel = nil
        all.grouping = .channel
        let heard = Set(try engine.report(all).lines.flatMap(\.parts).map(\.key))
        guard !heard.contains(channel) else { return }
        let known = heard.union(heard.isEmpty ? Set(Channels.known) : []).sorted()
        throw Refusal(
            400, "unknown_channel",
            "query: nothing was said on channel '\(channel)' in this period; "
                + Spelling.mend(channel, known: known, otherwise: "there are \(Spelling.listed(known))"))
    }
}

extension Call {
    /// A moment of the query; a day alone begins when it does where the shop is.
    fileprivate func moment(_ name: String, _ hours: OpeningHours) -> Timestamp? {
        guard let moment = query[name]?.timestamp else { return nil }
        let isDay = request.query.first { $0.name == name }?.value.utf8.count == 10
        return isDay ? hours.start(of: moment.milliseconds / 86_400_000) : moment
    }
}

extension Report {
    fileprivate func value(_ hours: OpeningHours) -> Value {
        func day(_ time: Timestamp) -> Value {
            .text(String(Timestamp(seconds: hours.day(of: time) * 86_400).description.prefix(10)))
        }
        return .compact([
            "from": .timestamp(request.start), "to": .timestamp(request.end),
            "first_day": day(request.start), "last_day": day(request.end.adding(.milliseconds(-1))),
            "currencies": currencies.isEmpty ? nil : .list(currencies.map(Value.text)),
            "channel": request.channel.map(Value.text), "by": request.grouping.map { .text($0.rawValue) },
            "measures": .list(
                lines.map { line in
                    var entries = line.facts
                    entries.merge(line.total.entries) { own, _ in own }
                    entries["title"] = .map(line.title.texts.mapValues(Value.text))
                    entries["parts"] = .list(
                        line.parts.map { key, figure in
                            .map(figure.entries.merging(["key": .text(key)]) { own, _ in own })
                        })
                    return .map(entries)
                }),
        ])
    }

    /// A row for the whole period, then one for each part of it.
    fileprivate var rows: [Value] {
        lines.flatMap { line -> [Value] in
            var facts = line.facts
            if line.unit == "money", !currencies.isEmpty {
                facts["unit"] = .text(currencies.joined(separator: "+"))
            }
            facts["title"] = line.title.localized("en").map(Value.text)
            let parts = [(key: "", figure: line.total)] + line.parts
            return parts.map { key, figure in
                .map(
                    facts.merging(figure.entries) { own, _ in own }
                        .merging(["key": .text(key)]) { own, _ in own })
            }
        }
    }
}

extension Report.Line {
    fileprivate var facts: [String: Value] {
        [
            "heading": .text(heading.rawValue), "source": .text(source), "name": .text(name),
            "unit": .text(unit),
        ]
    }
}

extension Report.Figure {
    fileprivate var entries: [String: Value] {
        ["value": value.map(Value.number) ?? .null, "n": .int(count)]
    }
}

extension Value {
    /// Whole where it is, else to four places: nobody measured more.
    fileprivate static func number(_ number: Double) -> Value {
        if let whole = Int64(exactly: number) { return .int(whole) }
        return .double((number * 10_000).rounded() / 10_000)
    }
}
