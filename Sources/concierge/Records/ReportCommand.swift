import ConciergeCore

/// `concierge report`: service, sales and cost in numbers.
enum ReportCommand {
    static let command = Command(
        name: "report", summary: "service, sales and cost of a period in numbers",
        details:
            "Measured from the store: what cannot be measured is left out. The last 30 days unless told.",
        examples: [
            "concierge report",
            "concierge report --from 2026-03-01 --to 2026-03-31 --by day --format csv > march.csv",
        ],
        options: [
            .config,
            .init(name: "from", value: "DAY", summary: "the first day; else 30 days before the last"),
            .init(name: "to", value: "DAY", summary: "the last day; else today"),
            .init(name: "channel", value: "NAME", summary: "only what was said there"),
            .init(
                name: "by", value: "WHAT", summary: "also each day, or channel",
                completion: .choices(["day", "channel"])),
            .init(
                name: "format", value: "FORMAT", summary: "table, json or csv; else table",
                completion: .choices(["table", "json", "csv"])),
            .init(
                name: "locale", value: "LOCALE", summary: "zh or en; else the configuration's",
                completion: .choices(["zh", "en"])),
            .json,
        ],
        run: run)

    private static func run(_ invocation: Invocation) throws {
        let place = try Workplace(invocation)
        if let from = invocation["from"], let to = invocation["to"], let first = Timestamp(from),
            let last = Timestamp(to), first > last
        {
            throw Misuse("--from: '\(from)' is after --to '\(to)'; exchange the two")
        }
        let query = try ["from", "to", "channel", "by"].compactMap { name in
            try invocation[name].map { "\(name)=\(percentEncoded(try moment($0, name)))" }
        }.joined(separator: "&")
        let path = "/v1/report" + (query.isEmpty ? "" : "?" + query)
        let format = invocation.has("json") ? "json" : invocation["format"] ?? "table"
        if format == "csv" {
            return Terminal.print(try place.withHost { try $0.text(path, as: "text/csv") }.trimmed)
        }
        let report = try place.withHost { try $0.demand("GET", path) }
        guard format == "table" else { return Terminal.print(JSON.text(report)) }
        let locale = try invocation["locale"] ?? place.configuration(isQuiet: true).locale
        Terminal.print(view(of: report, locale: locale, Terminal.answers))
    }

    /// `to` is the last day for a person, and the moment behind it for the host.
    private static func moment(_ text: String, _ name: String) throws(Misuse) -> String {
        guard name == "from" || name == "to" else { return text }
        guard let time = Timestamp(text) else {
            throw Misuse("--\(name): '\(text)' is no day; write one such as 2026-03-31")
        }
        // A day is one of the shop's clocks: the host knows them.
        guard text.utf8.count == 10 else { return time.description }
        return name == "to" ? String(time.adding(.seconds(86_400)).description.prefix(10)) : text
    }

    private static let headings = [
        "service": ["zh": "服务效率", "en": "service efficiency"],
        "sales": ["zh": "销售转化", "en": "sales conversion"], "cost": ["zh": "成本", "en": "cost"],
    ]

    static func view(of report: Value, locale: String, _ style: Style) -> String {
        let parts = [
            report["first_day"]?.text ?? "", "–", report["last_day"]?.text ?? "",
            report["channel"]?.text ?? "",
        ].filter { !$0.isEmpty }
        var blocks = [style.bold(parts.joined(separator: " "))]
        let measures = report["measures"]?.list ?? []
        let currency = (report["currencies"]?.list ?? []).compactMap(\.text).joined(separator: "+")
        for heading in ["service", "sales", "cost"] {
            let own = measures.filter { $0["heading"]?.text == heading }
            guard !own.isEmpty else { continue }
            let title = headings[heading].flatMap { Localized($0).localized(locale) } ?? heading
            blocks.append(style.bold(title) + "\n" + table(of: own, locale, currency).text(style))
        }
        return blocks.joined(separator: "\n\n")
    }

    private static func table(of measures: [Value], _ locale: String, _ currency: String) -> Table {
        let keys = Set(measures.flatMap { ($0["parts"]?.list ?? []).compactMap { $0["key"]?.text } }).sorted()
        var table = Table(header: ["", "n", "all"] + keys)
        for measure in measures {
            let unit = measure["unit"]?.text ?? ""
            let titles = (measure["title"]?.map ?? [:]).compactMapValues(\.text)
            let parts = Dictionary(
                (measure["parts"]?.list ?? []).map { ($0["key"]?.text ?? "", $0) }, uniquingKeysWith: { $1 })
            table.rows.append(
                [
                    Localized(titles).localized(locale) ?? measure["name"]?.text ?? "",
                    "\(measure["n"]?.int ?? 0)", figure(measure["value"], unit, currency),
                ] + keys.map { key in parts[key].map { figure($0["value"], unit, currency) } ?? "" })
        }
        return table
    }

    private static func figure(_ value: Value?, _ unit: String, _ currency: String) -> String {
        guard let number = value?.double else { return "–" }
        switch unit {
        case "share": return number.percent
        case "minutes": return "\(number < 10 ? number.tenths : number.rounded()) min"
        case "money": return currency.isEmpty ? number.grouped : "\(number.grouped) \(currency)"
        default: return Int64(exactly: number).map { String($0) } ?? "\(number.hundredths)"
        }
    }
}
