public import ConciergeCore

/// What happened in a period, in numbers: the host's own, and those that skills declare of their documents.
public struct Report: Sendable {
    public enum Grouping: String, Sendable, Hashable, CaseIterable { case day, channel }

    public struct Request: Sendable {
        public var start: Timestamp
        /// Not included.
        public var end: Timestamp
        public var channel: String?
        public var grouping: Grouping?

        public init(from start: Timestamp, to end: Timestamp, channel: String?, by grouping: Grouping?) {
            self.start = start
            self.end = end
            self.channel = channel
            self.grouping = grouping
        }
    }

    /// A number, and how much it rests on.
    public struct Figure: Sendable, Hashable {
        /// Nil when there was nothing to measure.
        public var value: Double?
        public var count: Int64
    }

    public struct Line: Sendable {
        /// The skill that declares it, or `host`.
        public var source: String
        public var name: String
        public var title: Localized
        public var heading: Measure.Heading
        public var unit: String
        public var total: Figure
        /// By day or channel, in order.
        public var parts: [(key: String, figure: Figure)]
    }

    public var request: Request
    /// By heading, the host's own first.
    public var lines: [Line]
    /// What products are priced in, where there is money in the lines; several: their sums mix them.
    public var currencies: [String] = []
}

extension Engine {
    /// Reads what the store has of the period; what cannot be told by channel is left out where a channel is asked for.
    public func report(_ request: Report.Request) throws -> Report {
        let pipeline = pipeline
        let calendar = pipeline.settings.hours
        var lines = try store.read { reader in
            var host = HostMeasures(request, calendar, now: clock.now())
            try host.read(reader)
            var lines = host.lines
            for stage in pipeline.stages {
                for measure in stage.manifest.report {
                    guard let collection = pipeline.collection(measure.collection) else { continue }
                    lines += try Self.line(measure, of: stage.id, collection, request, calendar, reader)
                }
            }
            return lines
        }
        // Stable: within a heading the host's, then the skills' in their order.
        let order = Measure.Heading.allCases
        lines = order.flatMap { heading in lines.filter { $0.heading == heading } }
        // Of the catalogue: an order does not say in which one it was paid.
        let hasMoney = lines.contains { $0.unit == "money" && $0.total.count > 0 }
        return Report(request: request, lines: lines, currencies: hasMoney ? knowledge?.currencies ?? [] : [])
    }

    private static func line(
        _ measure: Measure, of skill: String, _ collection: CollectionDeclaration, _ request: Report.Request,
        _ calendar: OpeningHours, _ reader: any StoreReader
    ) throws -> [Report.Line] {
        let isByChannel = request.channel != nil || request.grouping == .channel
        let saysChannel = collection.fields["channel"] != nil || collection.fields["conversation"] != nil
        guard saysChannel || !isByChannel else { return [] }
        var tallies = Tallies(measure.summary, request, calendar)
        try reader.each(
            of: measure, in: collection, from: request.start, to: request.end, withChannel: isByChannel
        ) { document in
            tallies.add(
                document.amount, counts: document.counts, at: document.at, channel: document.channel,
                hasAmount: measure.amount != nil)
        }
        return [
            Report.Line(
                source: skill, name: measure.name, title: measure.title, heading: measure.heading,
                unit: measure.unit, total: tallies.total, parts: tallies.parts)
        ]
    }
}
