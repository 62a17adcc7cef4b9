import ConciergeCore

/// One figure, beside its floor where it has one, as scripts/bench reads it.
struct Figure {
    /// What is good.
    enum Goal {
        case atLeast(Double)
        case atMost(Double)
        /// The largest difference to the floor.
        case aboveFloor(Double)
    }

    var name: String
    var value: Double
    var unit: String
    var floor: Double?
    var goal: Goal?

    private var wanted: String? {
        switch goal {
        case nil: nil
        case .atLeast(let least): "value >= \(plain(least))"
        case .atMost(let most): "value <= \(plain(most))"
        case .aboveFloor(let most): "value - floor <= \(plain(most))"
        }
    }

    private var isMet: Bool? {
        switch goal {
        case nil: nil
        case .atLeast(let least): value >= least
        case .atMost(let most): value <= most
        case .aboveFloor(let most): value - (floor ?? 0) <= most
        }
    }

    func show(_ invocation: Invocation) {
        Terminal.print(invocation.has("json") ? JSON.text(json) : text)
    }

    private var json: Value {
        [
            "name": .text(name), "value": .double(value.thousandths), "unit": .text(unit),
            "floor": floor.map { .double($0.thousandths) } ?? .null,
            "ratio": floor.map { .double((value / $0).thousandths) } ?? .null,
            "wanted": Value(wanted), "met": isMet.map(Value.bool) ?? .null,
        ]
    }

    /// For people, on a line of its own.
    private var text: String {
        let judgement = isMet.map { $0 ? ", ok" : ", MISSED" } ?? ""
        let goal = wanted.map { " (wanted: \($0)\(judgement))" } ?? ""
        let beside = floor.map { ", floor \(plain($0.thousandths))" } ?? ""
        return "\(name): \(plain(value.thousandths)) \(unit)\(beside)\(goal)"
    }

    private func plain(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
}
