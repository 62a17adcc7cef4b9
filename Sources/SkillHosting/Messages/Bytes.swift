import CSkillABI

extension sk_bytes {
    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        self.init(ptr: buffer.baseAddress, len: UInt64(buffer.count))
    }

    /// One line of a stranger's words, fit for a log: cut, repaired, without control characters; nil when it is empty.
    var line: String? {
        guard let ptr else { return nil }
        let bytes = UnsafeBufferPointer(start: ptr, count: Int(min(len, 4096)))
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        var text = String.UnicodeScalarView()
        for scalar in scalars {
            text.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        let words = String(text).split(separator: " ", omittingEmptySubsequences: true)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension String {
    /// Lends the text's bytes.
    func withBytes<Result>(_ body: (sk_bytes) -> Result) -> Result {
        var text = self
        return text.withUTF8 { body(sk_bytes($0)) }
    }
}
