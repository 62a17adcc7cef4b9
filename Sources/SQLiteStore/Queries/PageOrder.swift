import ConciergeCore
import SQLite

/// The order of a list and where in it a page begins.
///
/// Rows without the sorted field come first, last when descending. They are a section of their own, because
/// null is neither less nor more than anything in SQL, and each section alone can use the index.
struct PageOrder {
    let sort: String
    let column: String
    let isDescending: Bool
    let sections: [Condition]

    var direction: String { isDescending ? "DESC" : "ASC" }

    init(_ listing: Listing, _ query: Query) throws {
        let sort = query.sort ?? listing.defaultSort
        guard let field = listing.fields[sort], field.isSortable else {
            throw listing.badQuery(
                "'\(sort)' cannot be sorted by", listing.fields.filter(\.value.isSortable).keys)
        }
        let isDescending =
            query.sort == nil ? query.isDescending != listing.isDescendingByDefault : query.isDescending
        let start = try query.cursor.map { text in
            guard let cursor = Cursor(text), cursor.sort == sort, cursor.isDescending == isDescending else {
                throw StoreError(
                    .badQuery,
                    "\(listing.name): the cursor is not of this list; take 'next' of the page before it")
            }
            return cursor
        }
        self.sort = sort
        self.isDescending = isDescending
        column = field.column
        sections = Self.sections(field, tie: listing.tie, isDescending: isDescending, from: start)
    }

    private static func sections(
        _ field: Listing.Field, tie: String, isDescending: Bool, from start: Cursor?
    ) -> [Condition] {
        let column = field.column
        let after = isDescending ? "<" : ">"
        let nulls = Condition("\(column) IS NULL")
        let values = Condition("\(column) IS NOT NULL")
        guard let start else {
            guard field.isNullable else { return [Condition("1")] }
            return isDescending ? [values, nulls] : [nulls, values]
        }
        let tieAfter = Condition("\(tie) \(after) ?", [SearchKey(start.tie)])
        if start.value == .null {
            return isDescending ? [nulls.and(tieAfter)] : [nulls.and(tieAfter), values]
        }
        let value = SearchKey(start.value)
        // The first term finds the place in the index, the second tells apart what sorts alike.
        let rest = Condition(
            "\(column) \(after)= ? AND (\(column) \(after) ? OR \(tie) \(after) ?)",
            [value, value, SearchKey(start.tie)])
        return isDescending && field.isNullable ? [rest, nulls] : [rest]
    }

    /// The place right after a row, whose last two columns are what was sorted by and the tie.
    func cursor(at row: Row) -> Cursor {
        Cursor(
            sort: sort, isDescending: isDescending, value: Value(row.stored(row.count - 2)),
            tie: Value(row.stored(row.count - 1)))
    }
}

/// A place in a list, as a text that means nothing to anybody else.
struct Cursor: Hashable {
    var sort: String
    var isDescending: Bool
    var value: Value
    var tie: Value

    var text: String {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = JSON.encode(.list([.text(sort), .bool(isDescending), value, tie]))
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Cursor {
    /// Nil for what is not one of ours.
    init?(_ text: String) {
        let digits = text.utf8.map {
            Character(Unicode.Scalar($0)).hexDigitValue.flatMap(UInt8.init(exactly:))
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[place], let low = digits[place + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        guard let parts = try? JSON.decode(bytes).list, parts.count == 4, let sort = parts[0].text,
            let isDescending = parts[1].bool
        else { return nil }
        self.init(sort: sort, isDescending: isDescending, value: parts[2], tie: parts[3])
    }
}

extension Value {
    fileprivate init(_ stored: Row.Stored) {
        switch stored {
        case .null: self = .null
        case .int(let number): self = .int(number)
        case .double(let number): self = .double(number)
        case .text(let text): self = .text(text)
        }
    }
}
