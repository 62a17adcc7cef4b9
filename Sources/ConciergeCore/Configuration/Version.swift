/// A semantic version (semver.org): three numbers, and what comes before a release.
public struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let numbers: [Int]
    /// `beta.2` of `1.0.0-beta.2`.
    public let stage: [String]

    /// Nil for what is no such version; what follows a `+` says nothing about the order and is dropped.
    public init?(_ text: String) {
        guard Self.isWord(text) else { return nil }
        let whole = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = whole[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, numbers.allSatisfy({ $0 != nil && $0 ?? 0 >= 0 }) else { return nil }
        let words = (parts.dropFirst() + whole.dropFirst()).map {
            $0.split(separator: ".", omittingEmptySubsequences: false)
        }
        guard words.joined().allSatisfy({ !$0.isEmpty && !$0.contains("+") }) else { return nil }
        self.numbers = numbers.compactMap { $0 }
        stage = parts.count == 1 ? [] : (words.first ?? []).map(String.init)
    }

    /// Whether it may be part of a file's name and of an address, as what others call a version may be, too.
    public static func isWord(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0.allSatisfy(isWordByte)
            }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2b, 0x2d: true
        default: false
        }
    }

    public var description: String {
        let number = numbers.map(String.init).joined(separator: ".")
        return stage.isEmpty ? number : "\(number)-\(stage.joined(separator: "."))"
    }

    public static func < (a: Self, b: Self) -> Bool {
        guard a.numbers == b.numbers else { return a.numbers.lexicographicallyPrecedes(b.numbers) }
        // What has a stage is not released yet.
        guard !a.stage.isEmpty, !b.stage.isEmpty else { return !a.stage.isEmpty && b.stage.isEmpty }
        for (first, second) in zip(a.stage, b.stage) where first != second {
            switch (Int(first), Int(second)) {
            case (let first?, let second?): return first < second
            case (_?, nil): return true
            case (nil, _?): return false
            case (nil, nil): return first < second
            }
        }
        return a.stage.count < b.stage.count
    }
}
