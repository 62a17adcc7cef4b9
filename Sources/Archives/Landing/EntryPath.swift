// The standard library composes texts, as its own comparison of them needs; nothing else here does without Foundation.
@_spi(_Unicode) import Swift

/// A path as an archive may have it: below its folder wherever that lies, and the same file on every system.
struct EntryPath {
    let components: [String]
    let isFolder: Bool

    var text: String { components.joined(separator: "/") }

    /// `hidden`: in how many leading components a name may not begin with a dot.
    init(_ bytes: [UInt8], isFolder: Bool, hidden: Int, limits: ArchiveLimits) throws(ArchiveFault) {
        guard bytes.count <= limits.path else { throw .over(.path(limits.path)) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .path("a name that is not UTF-8")
        }
        guard !text.hasPrefix("/") else { throw .path("an absolute path") }
        var components = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if isFolder, components.last?.isEmpty ?? false { components.removeLast() }
        guard components.count <= limits.depth else { throw .over(.depth(limits.depth)) }
        for component in components { try Self.check(component) }
        for name in components.prefix(hidden) where name.hasPrefix(".") || Self.reserved.contains(name) {
            throw .path("a name that is kept for the host")
        }
        self.components = components
        self.isFolder = isFolder
    }

    /// What the host itself writes beside a package's files.
    private static let reserved: Set = ["skills.lock"]

    private static func check(_ name: String) throws(ArchiveFault) {
        guard !name.isEmpty else { throw .path("a path with an empty name in it") }
        guard name != ".", name != ".." else { throw .path("a path with '\(name)' in it") }
        if let scalar = name.unicodeScalars.first(where: { !isTaken($0) }) {
            throw .path("a name with '\(ArchiveError.printable(String(scalar)))' in it")
        }
        guard name.first != " ", name.last != " ", name.last != "." else {
            throw .path("a name that begins or ends with a space, or ends with a dot")
        }
        guard name.unicodeScalars.elementsEqual(name._nfc) else {
            throw .path("a name whose accents are not composed (Unicode NFC)")
        }
    }

    private static func isTaken(_ scalar: Unicode.Scalar) -> Bool {
        !#"\:*?"<>|"#.unicodeScalars.contains(scalar) && isPrintable(scalar)
    }

    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}

/// The paths of one archive: each once, on systems too that take capital and small letters for the same.
struct EntryPaths {
    private struct Known {
        var path: String
        var isFolder: Bool
        var isNamed: Bool
    }

    private var known: [String: Known] = [:]

    mutating func add(_ path: EntryPath) throws(ArchiveFault) {
        var parent = ""
        for (index, name) in path.components.enumerated() {
            let isLast = index == path.components.count - 1
            parent += parent.isEmpty ? name : "/" + name
            let own = Known(path: parent, isFolder: !isLast || path.isFolder, isNamed: isLast)
            let folded = parent.uppercased().lowercased()
            guard let other = known.updateValue(own, forKey: folded) else { continue }
            guard other.path.unicodeScalars.elementsEqual(own.path.unicodeScalars) else {
                throw .path("the same as '\(ArchiveError.printable(other.path))' where capitals do not count")
            }
            guard other.isFolder == own.isFolder else { throw .oddity("a file and a folder at once") }
            guard !other.isNamed || !own.isNamed else { throw .oddity("twice in the archive") }
            if other.isNamed { known[folded] = other }
        }
    }
}
