internal import Glibc

// These stand before the standard library's own, which go by characters and cost a hundred times as much; a turn looks
// for many words in its text.
extension StringProtocol {
    /// Whether a text stands somewhere in this one, byte for byte.
    public func contains(_ other: String) -> Bool { holds(other) }
    public func contains(_ other: Substring) -> Bool { holds(other) }

    private func holds(_ part: some StringProtocol) -> Bool {
        let found = utf8.withContiguousStorageIfAvailable { text in
            part.utf8.withContiguousStorageIfAvailable { text.holds($0) }
        }
        guard let found, let found else { return String(self).holds(String(part)) }
        return found
    }
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
