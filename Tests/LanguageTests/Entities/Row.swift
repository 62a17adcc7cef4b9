import Testing

@testable import Language

/// A text and what is to be found in it, from a table of lines: `text => found; found`.
struct Row: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]

    var testDescription: String { text }

    static func table(_ lines: String) -> [Row] {
        lines.split(separator: "\n").map { line in
            let sides = line.split(separator: "=>", maxSplits: 1).map { String($0.trimmed) }
            let found = sides.count > 1 ? sides[1].split(separator: ";").map { String($0.trimmed) } : []
            return Row(text: sides[0], expected: found)
        }
    }
}

extension EntityReader {
    func read(_ text: String) -> [Entity] {
        read(FoldedText(text), of: text, today: Day(2026, 3, 11), minuteOfDay: 600)
    }

    /// The normalised texts of a kind, and the ids of products.
    func names(_ kind: Entity.Kind, in text: String) -> [String] {
        read(text).filter { $0.kind == kind }.map { entity in
            switch entity.value {
            case .text(let name): name
            case .products(let products):
                products.map(\.id).joined(separator: "+") + (entity.confidence < 0.9 ? "~" : "")
            default: entity.text
            }
        }
    }
}
