import Cryptography
import Unix

/// Every file of a package with its SHA-256: the text of `SHA256SUMS`, which `sha256sum -c` reads too.
public struct PackageSums: Sendable, Hashable {
    public struct Line: Sendable, Hashable {
        public var path: String
        public var sha256: String
    }

    /// Sorted by path.
    public let lines: [Line]

    /// Of the files as they lie there.
    public init(of package: PackageFolder) throws(PackageError) {
        var lines: [Line] = []
        for file in try package.files() {
            let path = Files.join(package.path, file)
            try PackageFolder.expectFile(path)
            guard Self.isListable(file) else { throw .untrusted(.name(path: path)) }
            let content = try system { () throws(SystemError) in try Files.read(path) }
            lines.append(Line(path: file, sha256: Hex.encode(SHA256.hash(content))))
        }
        self.lines = lines
    }

    /// Read strictly: what is read here is written by `text` in the same bytes. `place` is for messages.
    public init(text: String, place: String = PackageFolder.sumsName) throws(PackageError) {
        guard text.utf8.isEmpty || text.utf8.last == 10 else {
            throw .untrusted(.sums(place: place, line: 1))
        }
        var lines: [Line] = []
        // Nothing has no line, not an empty one.
        let texts = text.utf8.dropLast().split(separator: 10, omittingEmptySubsequences: false)
        for bytes in text.isEmpty ? [] : texts {
            guard let line = Line(bytes), Self.isListable(line.path),
                lines.last.map({ $0.path < line.path }) ?? true
            else { throw .untrusted(.sums(place: place, line: lines.count + 1)) }
            lines.append(line)
        }
        self.lines = lines
    }

    public var text: String { lines.map { "\($0.sha256)  \($0.path)\n" }.joined() }

    /// One number for all of the package's content, names included.
    public var digest: String { Hex.encode(SHA256.hash(Array(text.utf8))) }

    /// What a signature of these says besides: which package this is.
    public func trustedComment(id: String, version: String) -> String { "\(id) \(version) \(digest)" }

    /// Relative, and without anything that would have to be escaped.
    private static func isListable(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }
            && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            && path != PackageFolder.sumsName && path != PackageFolder.signatureName
    }
}

extension PackageSums.Line {
    fileprivate init?(_ bytes: Substring.UTF8View) {
        let sum = bytes.prefix(64)
        guard sum.count == 64, bytes.dropFirst(64).starts(with: "  ".utf8),
            sum.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        sha256 = String(decoding: Array(sum), as: UTF8.self)
        path = String(decoding: Array(bytes.dropFirst(66)), as: UTF8.self)
    }
}

extension PackageSums {
    /// In what a folder is another than what is listed.
    public enum Difference: Sendable, Hashable, CustomStringConvertible {
        case missing(String)
        case changed(String)
        case additional(String)

        public var path: String {
            switch self {
            case .missing(let path), .changed(let path), .additional(let path): path
            }
        }

        public var description: String {
            switch self {
            case .missing(let path): "'\(path)' is missing"
            case .changed(let path): "'\(path)' was changed"
            case .additional(let path): "'\(path)' was added"
            }
        }
    }

    /// In the order of their paths; none when the files are exactly those listed.
    public func differences(from package: PackageFolder) throws(PackageError) -> [Difference] {
        differences(from: try PackageSums(of: package))
    }

    public func differences(from found: PackageSums) -> [Difference] {
        let mine = Dictionary(lines.map { ($0.path, $0.sha256) }) { first, _ in first }
        let theirs = Dictionary(found.lines.map { ($0.path, $0.sha256) }) { first, _ in first }
        return Set(mine.keys).union(theirs.keys).sorted().compactMap { path in
            switch (mine[path], theirs[path]) {
            case (_?, nil): .missing(path)
            case (nil, _?): .additional(path)
            case (let listed, let there): listed == there ? nil : .changed(path)
            }
        }
    }

    /// The first of them, for a message.
    static func text(_ differences: [Difference]) -> String {
        let shown = differences.prefix(5).map(\.description).joined(separator: ", ")
        return differences.count > 5 ? "\(shown) and \(differences.count - 5) more" : shown
    }
}
