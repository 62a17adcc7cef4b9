/// A number put together from digits and units as Chinese says them; the two lanes are its least and its most.
struct Figure {
    typealias Pair = SIMD2<Double>

    private var total = Pair(0, 0)
    private var section = Pair(0, 0)
    private var pending: Pair?
    private var lastUnit = 1.0
    private(set) var sawZero = false
    private(set) var scale = 1.0
    /// The value of the unit a 多 or 来 behind it speaks of.
    var step: Double { pending == nil ? lastUnit : 1 }
    var isPending: Bool { pending != nil }
    var hasUnit: Bool { lastUnit > 1 }
    var isEmpty: Bool { pending == nil && lastUnit == 1 && total == .zero }

    mutating func zero() {
        sawZero = true
        scale = 1
    }

    mutating func digit(_ digit: Pair) {
        pending = digit
        scale = 1
    }

    /// 三五百: the digit before was the least, this is the most.
    mutating func alternative(_ digit: Double) { pending?.y = digit }

    /// False where a unit cannot stand here: 百 after 百, 万 with nothing before it.
    mutating func unit(_ unit: Double) -> Bool {
        if unit < 10_000 {
            guard let digit = pending ?? (unit == 10 ? Pair(1, 1) : nil),
                lastUnit > unit || lastUnit == 1 || lastUnit >= 10_000
            else { return false }
            section += digit * unit
        } else {
            let whole = section + (pending ?? .zero)
            guard whole != .zero || (unit > 10_000 && total != .zero), value.y < 1e15,
                unit > 10_000 || total.y.truncatingRemainder(dividingBy: 1e8) == 0
            else { return false }
            total = unit > 10_000 ? (total + whole) * unit : total + whole * unit
            section = .zero
        }
        scale = pending == nil && lastUnit > 1 ? scale * unit : unit
        pending = nil
        lastUnit = unit
        sawZero = false
        return true
    }

    /// 两百五 is 250, 一百零五 is 105.
    var value: Pair {
        let unit = lastUnit >= 100 && !sawZero ? lastUnit / 10 : 1
        return total + section + (pending ?? .zero) * unit
    }
}
