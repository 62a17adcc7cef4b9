import ConciergeCore

/// `sk.hours/1`: the clocks of the business, and the time in which somebody is there.
struct HoursService {
    let hours: OpeningHours
    let now: Timestamp

    func answer(_ request: Value) throws(ServiceError) -> Value {
        switch request["op"]?.text {
        case "local":
            let local = hours.local(try moment(request, "at", known: ["op", "at"]))
            return [
                "year": .int(local.year), "month": .int(local.month), "day": .int(local.day),
                "hour": .int(local.hour), "minute": .int(local.minute), "weekday": .int(local.weekday),
            ]
        case "after":
            let start = try moment(request, "from", known: ["op", "from", "seconds"])
            guard let seconds = request["seconds"]?.int, (0...Self.longest).contains(seconds) else {
                throw ServiceError(.badArgument, "seconds: a number from 0 to \(Self.longest) was expected")
            }
            return hours.after(.seconds(seconds), from: start).map(Value.timestamp) ?? .null
        default: throw ServiceError(.unsupported, "op: local or after was expected")
        }
    }

    /// A year.
    private static let longest: Int64 = 31_622_400

    private func moment(_ request: Value, _ name: String, known: [String]) throws(ServiceError) -> Timestamp {
        try request.expect(known)
        guard let value = request[name], value != .null else { return now }
        guard let time = value.timestamp else {
            throw ServiceError(.badArgument, "\(name): a timestamp was expected")
        }
        return time
    }
}
