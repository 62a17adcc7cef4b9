import ConciergeCore
import SQLite

/// What one person is known by: in the words of others these may not stay.
struct PersonalNames {
    /// His own id, and those of whom he took in.
    let ids: [String]
    private let needles: [[UInt8]]

    init(of customer: String, on connection: Connection) throws {
        let taken = try connection.rows(
            SQL(built: "SELECT other FROM merges WHERE \(OfCustomer.merges)"), customer
        ) { $0.text(0) }
        let ids = [customer] + taken
        let facts = try connection.rows(
            "SELECT name, phone, email, company FROM customers WHERE id = ?", customer
        ) { row in (0..<4).compactMap(row.optionalText) }
        let accounts = try connection.rows("SELECT external FROM identities WHERE customer = ?", customer) {
            $0.text(0)
        }
        self.ids = ids
        needles = (ids + facts.joined() + accounts).filter { $0.count > 1 || ids.contains($0) }.map { name in
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
