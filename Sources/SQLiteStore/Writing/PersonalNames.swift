import ConciergeCore
import SQLite

/// What one person is known by: in the words of others these may not stay.
struct PersonalNames {
    /// His own id, and those of whom he took in.
    let ids: [String]
    private let needles: [[UInt8]]

    private static let facts = ["name", "phone", "email", "company"]

    init(of customer: String, on connection: Connection) throws {
        // Whom he took in is no row of his own any more.
        let taken = try connection.rows(
            SQL(built: "SELECT other, record FROM merges WHERE \(OfCustomer.merges)"), customer
        ) { row in (id: row.text(0), person: try row.json(1)["customer"]) }
        let ids = [customer] + taken.map(\.id)
        let facts = try connection.rows(
            SQL(built: "SELECT \(Self.facts.joined(separator: ", ")) FROM customers WHERE id = ?"), customer
        ) { row in (0..<Self.facts.count).compactMap(row.optionalText) }
        let others = taken.flatMap { taken in Self.facts.compactMap { taken.person?[$0]?.text } }
        let accounts = try connection.rows("SELECT external FROM identities WHERE customer = ?", customer) {
            $0.text(0)
        }
        self.ids = ids
        needles = (ids + facts.joined() + others + accounts).filter { $0.count > 1 || ids.contains($0) }.map {
            name in
            // As it stands inside a JSON text.
            Array(StoredJSON.encode(.text(name)).dropFirst().dropLast())
        }
    }

    /// Whether one of the names stands there as a word of its own: 'b1' is not in 'b10'.
    func stand(in text: [UInt8]) -> Bool {
        needles.contains { needle in
            guard let first = needle.first, let last = needle.last, needle.count <= text.count else {
                return false
            }
            return (0...(text.count - needle.count)).contains { start in
                let end = start + needle.count
                return text[start] == first && text[start..<end].elementsEqual(needle)
                    && !(first.isWord && start > 0 && text[start - 1].isWord)
                    && !(last.isWord && end < text.count && text[end].isWord)
            }
        }
    }
}

extension UInt8 {
    /// A letter or digit of ASCII.
    fileprivate var isWord: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: false
        }
    }
}
