/// Something named in a text: what it is, where it stands, and what it comes to.
public struct Entity: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case product, quantity, money, specification, date, phone, email, order, company, industry, place,
            person,
            /// The whole message, and of what nobody said.
            number
    }

    /// What was meant, in one form however it was written.
    public enum Value: Sendable, Equatable {
        /// A product of the catalogue, by its id and name; several when the words fit several.
        case products([Product])
        /// Of a number too.
        case quantity(Quantity)
        case money(Money)
        case specification(Specification)
        case date(DateSpan)
        /// A phone number in E.164 where its country is known, an e-mail address, an order number, a name.
        case text(String)
    }

    public var kind: Kind
    /// In Unicode scalars of the text as it was written.
    public var span: Range<Int>
    /// The span's words as they were written.
    public var text: String
    public var value: Value
    /// 不是汽车行业, "not 50 units".
    public var isNegated = false
    /// 如果买50台, "if we ordered 50", "say 50".
    public var isHypothetical = false
    /// 0…1: below 1 where it was corrected or guessed.
    public var confidence = 1.0

    public init(_ kind: Kind, _ span: Range<Int>, _ text: String, _ value: Value) {
        self.kind = kind
        self.span = span
        self.text = text
        self.value = value
    }
}

extension Entity {
    public struct Product: Sendable, Equatable {
        public var id: String
        public var name: String

        public init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// From `lower` to `upper`, which are equal for one number; nil is open: 至少50台, "up to a dozen".
    public struct Bounds: Sendable, Equatable {
        public var lower: Double?
        public var upper: Double?
        /// 两百来台, "about 50".
        public var isApproximate = false

        public init(_ lower: Double?, _ upper: Double?, isApproximate: Bool = false) {
            self.lower = lower
            self.upper = upper
            self.isApproximate = isApproximate
        }

        public init(_ number: Double) { self.init(number, number) }
    }

    public struct Quantity: Sendable, Equatable {
        public var amount: Bounds
        /// As written: 台, 套, units; nil for a bare number that is a quantity by its surroundings.
        public var unit: String?

        public init(_ amount: Bounds, unit: String? = nil) {
            self.amount = amount
            self.unit = unit
        }
    }

    public struct Money: Sendable, Equatable {
        public var amount: Bounds
        /// ISO 4217; nil when nobody said.
        public var currency: String?

        public init(_ amount: Bounds, currency: String? = nil) {
            self.amount = amount
            self.currency = currency
        }
    }

    public struct Specification: Sendable, Equatable {
        /// 负载, "payload"; nil when only the value stands there.
        public var name: String?
        public var amount: Bounds?
        /// In its common spelling: kg, mm, V, ℃; nil for a code such as IP65.
        public var unit: String?
        /// A code: IP65, M8, 380V three-phase is not one.
        public var code: String?

        public init(name: String? = nil, amount: Bounds? = nil, unit: String? = nil, code: String? = nil) {
            self.name = name
            self.amount = amount
            self.unit = unit
            self.code = code
        }
    }

    /// Days from `first` to `last`, both included; nil is open. A time of day where one was said.
    public struct DateSpan: Sendable, Equatable {
        public var first: Day?
        public var last: Day?
        public var minuteOfDay: Int?
        /// 月底前, "by Friday": it is to have happened by `last`.
        public var isDeadline = false

        public init(_ first: Day?, _ last: Day?, minuteOfDay: Int? = nil, isDeadline: Bool = false) {
            self.first = first
            self.last = last
            self.minuteOfDay = minuteOfDay
            self.isDeadline = isDeadline
        }
    }
}

/// A day of the Gregorian calendar.
public struct Day: Sendable, Hashable, Comparable {
    public var year: Int
    public var month: Int
    public var day: Int

    public init(_ year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    public static func < (a: Self, b: Self) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}
