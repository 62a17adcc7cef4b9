/// What is said of the entry after it, by a pax header (POSIX.1-2001, lines `LENGTH KEY=VALUE`) or in GNU's way.
struct TarFacts {
    /// The whole name, where the entry's own header has no room for it.
    private(set) var path: [UInt8]?

    /// Of no meaning here: times, owners and what they ran on.
    private static let ignored: Set = [
        "atime", "ctime", "mtime", "uid", "gid", "uname", "gname", "comment", "LIBARCHIVE.creationtime",
        "SCHILY.dev", "SCHILY.ino", "SCHILY.nlink",
    ]

    /// GNU's way: nothing but the name, and a zero at its end.
    init(longName: [UInt8]) throws(ArchiveFault) {
        guard longName.last == 0, !longName.dropLast().contains(0) else {
            throw .oddity("a name with something behind its end")
        }
        path = longName.dropLast()
    }

    init(_ bytes: [UInt8]) throws(ArchiveFault) {
        var rest = bytes[...]
        var seen: Set<String> = []
        while !rest.isEmpty {
            let (key, value) = try Self.line(&rest)
            guard seen.insert(key).inserted else { throw .oddity("a pax header that says '\(key)' twice") }
            guard key == "path" || Self.ignored.contains(key) else {
                throw .oddity("a pax header with '\(ArchiveError.printable(key))' in it")
            }
            if key == "path" { path = value }
        }
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) throws(ArchiveFault) -> (String, [UInt8]) {
        let digits = rest.prefix { 0x30...0x39 ~= $0 }
        let length = digits.count <= 5 ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
        let line = rest.prefix(length)
        let body = line.dropFirst(digits.count + 1).dropLast()
        guard !digits.isEmpty, line.count == length, line.last == UInt8(ascii: "\n"),
            rest[digits.endIndex...].first == UInt8(ascii: " "),
            let equals = body.firstIndex(of: UInt8(ascii: "="))
        else { throw .oddity("a pax header that is no list of facts") }
        rest = rest.dropFirst(length)
        let value = Array(body[(equals + 1)...])
        guard !value.contains(0) else { throw .oddity("a pax header with a zero in it") }
        return (String(decoding: body[..<equals], as: UTF8.self), value)
    }
}
