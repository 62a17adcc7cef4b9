import ConciergeCore

extension [String: Value] {
    /// Whether it may be kept in memory by the thousand.
    var isSmall: Bool {
        var room = 8192
        Value.map(self).take(from: &room)
        return room > 0
    }
}

extension Value {
    /// Takes about as much room as it has in memory; what finds none left is not looked at.
    fileprivate func take(from room: inout Int) {
        guard room > 0 else { return }
        switch self {
        case .text(let text): room -= 16 + text.utf8.count
        case .bytes(let bytes): room -= 16 + bytes.count
        case .list(let values): for value in values { value.take(from: &room) }
        case .map(let entries):
            for (key, value) in entries {
                room -= 32 + key.utf8.count
                value.take(from: &room)
            }
        default: room -= 16
        }
    }
}
