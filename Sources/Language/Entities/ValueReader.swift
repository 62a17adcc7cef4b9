/// Reads what numbers, marks and the calendar give away: quantities, money, specifications, dates, telephones, addresses, orders.
enum ValueReader {
    /// Every reading of these kinds by where it begins; those of different kinds may overlap.
    /// `written` is what `text` was folded from: the numbers of orders keep their capitals.
    static func read(_ text: FoldedText, written: String, today: Day, minuteOfDay: Int) -> [Candidate] {
        let numerals = NumeralScanner.scan(text)
        var found = DateReader.read(text, today: today, minuteOfDay: minuteOfDay)
        found += EmailReader.read(text)
        guard !numerals.isEmpty else { return sorted(found) }
        found += QuantityReader.read(text, numerals) + LoneNumber.read(text, numerals)
        found += MoneyReader.read(text, numerals)
        found += SpecificationReader.read(text, numerals)
        found += PhoneReader.read(text, numerals)
        found = sorted(found + OrderReader.read(text, written: written))
        return sorted(found + DeniedNumbers.read(text, numerals, beside: found))
    }

    private static func sorted(_ found: [Candidate]) -> [Candidate] {
        found.count < 2 ? found : found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
