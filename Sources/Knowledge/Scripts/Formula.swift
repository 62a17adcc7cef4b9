/// Arithmetic over named values, as a script may hold it: `order_amount / 730 | ceil`.
indirect enum Formula: Sendable, Equatable {
    enum Operation: Character, Sendable { case plus = "+", minus = "-", times = "*", over = "/" }
    enum Filter: String, Sendable, CaseIterable { case ceil, floor, round }

    case number(Double)
    case name(String)
    case of(Operation, Formula, Formula)
    case filtered(Formula, Filter)

    /// Nil when a value is not known, or there is no such number.
    func result(_ values: (String) -> Double?) -> Double? {
        switch self {
        case .number(let number): return number
        case .name(let name): return values(name)
        case .of(let operation, let left, let right):
            guard let a = left.result(values), let b = right.result(values) else { return nil }
            let result =
                switch operation {
                case .plus: a + b
                case .minus: a - b
                case .times: a * b
                case .over: a / b
                }
            return result.isFinite ? result : nil
        case .filtered(let formula, let filter):
            guard let number = formula.result(values) else { return nil }
            return switch filter {
            case .ceil: number.rounded(.up)
            case .floor: number.rounded(.down)
            case .round: number.rounded()
            }
        }
    }

    /// The values it needs.
    var names: Set<String> {
        switch self {
        case .number: []
        case .name(let name): [name]
        case .of(_, let left, let right): left.names.union(right.names)
        case .filtered(let formula, _): formula.names
        }
    }
}
