import ConciergeCore

/// What the host knows by itself: conversations, who answered them and how soon, and orders.
struct HostMeasures {
    private let request: Report.Request
    private let now: Timestamp
    private var conversations, turns, firstAnswer, humanAnswer, alone, held, orders, revenue: Tallies

    init(_ request: Report.Request, _ calendar: OpeningHours, now: Timestamp) {
        func tallies(_ summary: Measure.Summary) -> Tallies { Tallies(summary, request, calendar) }
        self.request = request
        self.now = now
        (conversations, turns, held) = (tallies(.count), tallies(.sum), tallies(.sum))
        (firstAnswer, humanAnswer, alone) = (tallies(.median), tallies(.median), tallies(.share))
        (orders, revenue) = (tallies(.count), tallies(.sum))
    }

    mutating func read(_ reader: any StoreReader) throws {
        var own = self
        try reader.eachConversation(from: request.start, to: request.end) { own.add($0) }
        // An order does not say where it was talked about.
        if request.channel == nil, request.grouping != .channel {
            try reader.eachPaidOrder(from: request.start, to: request.end) { at, amount in
                own.orders.add(nil, at: at, channel: nil, hasAmount: false)
                if let amount { own.revenue.add(amount, at: at, channel: nil) }
            }
        }
        self = own
    }

    private mutating func add(_ talk: MeasuredConversation) {
        let (at, channel) = (talk.openedAt, talk.channel)
        conversations.add(nil, at: at, channel: channel, hasAmount: false)
        turns.add(Double(talk.turns), at: at, channel: channel)
        if let answered = talk.answeredAt {
            firstAnswer.add(Self.minutes(from: at, to: answered), at: at, channel: channel)
            let isAlone = talk.handedAt == nil && talk.humanAt == nil
            alone.add(nil, counts: isAlone, at: at, channel: channel)
        }
        if let handed = talk.handedAt, let human = talk.humanAt {
            humanAnswer.add(Self.minutes(from: handed, to: human), at: at, channel: channel)
        }
        var minutes = Double(talk.held.milliseconds) / 60_000
        if let since = talk.heldSince { minutes += Self.minutes(from: since, to: now) }
        // Who only waits is held by nobody.
        if talk.held > .zero || talk.heldSince != nil { held.add(minutes, at: at, channel: channel) }
    }

    private static func minutes(from start: Timestamp, to end: Timestamp) -> Double {
        max(0, Double(end.milliseconds - start.milliseconds) / 60_000)
    }

    var lines: [Report.Line] {
        let hasOrders = request.channel == nil && request.grouping != .channel
        return [
            line("first_answer", "首次答复时间（中位数）", "first answer, median", .service, "minutes", firstAnswer),
            line(
                "human_first_answer", "转人工后首次答复（中位数）", "first answer by a human after the handoff, median",
                .service, "minutes", humanAnswer),
            line("answered_without_human", "无需人工的比例", "answered without a human", .service, "share", alone),
        ]
            + (hasOrders
                ? [
                    line("orders", "已付款订单", "paid orders", .sales, "count", orders),
                    line("revenue", "已付款金额", "paid amount", .sales, "money", revenue),
                ] : [])
            + [
                line("conversations", "会话", "conversations", .cost, "count", conversations),
                line("turns", "客户轮次", "turns", .cost, "number", turns),
                line(
                    "agent_minutes", "人工分钟", "minutes that humans held conversations", .cost, "minutes", held),
            ]
    }

    private func line(
        _ name: String, _ chinese: String, _ english: String, _ heading: Measure.Heading, _ unit: String,
        _ tallies: Tallies
    ) -> Report.Line {
        Report.Line(
            source: "host", name: name, title: Localized(["zh": chinese, "en": english]), heading: heading,
            unit: unit, total: tallies.total, parts: tallies.parts)
    }
}
