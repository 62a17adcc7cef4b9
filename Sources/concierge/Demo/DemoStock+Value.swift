import ConciergeCore

extension Value {
    func items(_ key: String) -> [Value] { self[key]?.list ?? [] }
    func words(_ key: String) -> [String] { items(key).compactMap(\.text) }
    func number(_ key: String) -> Int { Int(self[key]?.int ?? 0) }
    func numbers(_ key: String) -> [Int] { items(key).compactMap(\.int).map(Int.init) }
    func word(_ key: String) -> String { self[key]?.text ?? "" }

    /// Two numbers.
    var bounds: (Int, Int)? {
        guard let list, list.count == 2, let first = list[0].int, let second = list[1].int else { return nil }
        return (Int(first), Int(second))
    }

    func range(_ key: String) -> ClosedRange<Int>? {
        guard let (lower, upper) = self[key]?.bounds, lower <= upper else { return nil }
        return lower...upper
    }

    /// `王 wang`: a word, and how it is written in an address.
    func pairs(_ key: String) -> [DemoStock.Word] {
        words(key).compactMap { text in
            let parts = text.split(separator: " ").map(String.init)
            return parts.count == 2 ? DemoStock.Word(text: parts[0], latin: parts[1]) : nil
        }
    }
}

extension DemoStock.Industry {
    init?(_ value: Value) {
        (name, share, words) = (value.word("name"), value.number("share"), value.words("words"))
        (latin, english) = (value.word("latin"), value.word("english"))
        (engineer, seller) = (value.word("engineer"), value.word("seller"))
        guard !name.isEmpty, share > 0, !words.isEmpty else { return nil }
    }
}

extension DemoStock.Region {
    init?(_ value: Value) {
        (name, share, cities) = (value.word("name"), value.number("share"), value.words("cities"))
        guard !name.isEmpty, share > 0, !cities.isEmpty else { return nil }
    }
}

extension DemoStock.Abroad {
    init?(_ value: Value) {
        (share, region) = (value.number("share"), value.word("region"))
        (given, surnames) = (value.words("given"), value.words("surnames"))
        (roles, cities, suffixes) = (value.words("roles"), value.words("cities"), value.words("suffixes"))
        guard ![given, surnames, roles, cities, suffixes].contains(where: \.isEmpty) else { return nil }
    }
}

extension DemoStock.Size {
    init?(_ value: Value) {
        guard let employees = value.range("employees") else { return nil }
        self.employees = employees
        (share, affords, quantity) = (
            value.number("share"), value.number("affords"), value.number("quantity")
        )
    }
}

extension DemoStock.Band {
    init?(_ value: Value) {
        guard let quantity = value.range("quantity") else { return nil }
        self.quantity = quantity
        (below, share) = (value.number("below"), value.number("share"))
    }
}

extension DemoStock.Habit {
    init?(_ value: Value) {
        guard let every = value.range("every") else { return nil }
        self.every = every
        (share, from) = (value.number("share"), value.number("from"))
        (until, slows) = (value.number("until"), value.number("slows"))
    }
}

extension DemoStock.Known {
    init?(_ value: Value) {
        person = DemoPerson(id: value.word("id"), name: value.word("name"), company: value.word("company"))
        (person.email, person.industry) = (value.word("email"), value.word("industry"))
        (person.region, person.city) = (value.word("region"), value.word("city"))
        (person.role, person.employees) = (value.word("role"), value.number("employees"))
        person.locale = value["locale"]?.text ?? person.locale
        orders = value.items("orders").map {
            ($0.word("product"), $0.number("quantity"), $0.number("days_ago"))
        }
        (client, promises) = (value["client"] ?? [:], value.items("promises"))
        guard !person.id.isEmpty else { return nil }
    }
}
