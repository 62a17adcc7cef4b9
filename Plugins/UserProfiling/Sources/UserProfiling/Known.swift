import SkillKit

/// A profile as the context shows it: most messages need no more.
struct Known: Sendable {
    let messageCount: Int
    let card: Card?
    private let turn: Turn

    init(_ turn: Turn) {
        self.turn = turn
        messageCount = turn[Keys.keptCount] ?? 0
        card = turn[Keys.keptCard].flatMap { Card($0) }
    }

    var preferences: [String]? { turn[Keys.keptPreferences] }
    var user: String? { turn[Keys.keptUser] }

    /// Asked for one by one, because few are needed.
    subscript(field: String) -> String? { Self.keys[field].flatMap { turn[$0] } }

    private static let keys = Dictionary(uniqueKeysWithValues: zip(Keys.texts.map(\.field), Keys.kept))
}
