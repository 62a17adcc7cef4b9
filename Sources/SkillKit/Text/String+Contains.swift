internal import Glibc

// These stand before the standard library's own, which go by characters and cost a hundred times as much; a turn looks
// for many words in its text.
extension String {
    /// Whether a text stands somewhere in this one, byte for byte.
    public func contains(_ other: String) -> Bool { holds(other) }
    public func contains(_ other: Substring) -> Bool { holds(String(other)) }

    fileprivate func holds(_ part: String) -> Bool {
        var (text, part) = (self, part)
        return text.withUTF8 { text in part.withUTF8 { text.holds($0) } }
    }
}

extension Substring {
    /// Whether a text stands somewhere in this one, byte for byte.
    public func contains(_ other: String) -> Bool { String(self).holds(other) }
    public func contains(_ other: Substring) -> Bool { String(self).holds(String(other)) }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func holds(_ part: Self) -> Bool {
        guard let first = part.baseAddress, let wanted = part.first else { return true }
        guard var place = baseAddress else { return false }
        let end = place + count
        while end - place >= part.count {
            let room = end - place - part.count + 1
            guard let found = memchr(place, Int32(wanted), room) else { return false }
            place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
            if memcmp(place, first, part.count) == 0 { return true }
            place += 1
        }
        return false
    }
}
