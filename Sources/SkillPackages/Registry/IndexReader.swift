import ConciergeCore
import Cryptography

/// Reads an index strictly: what is not understood is refused, with the place of it.
struct IndexReader {
    private let place: String

    static func read(_ bytes: [UInt8], place: String) throws(RegistryError) -> RegistryIndex {
        guard bytes.count <= RegistryIndex.largest else {
            throw .tooLarge(place: place, limit: RegistryIndex.largest)
        }
        let value: Value
        do throws(JSONError) { value = try JSON.decode(bytes, depth: RegistryIndex.deepest) } catch {
            throw .index(place: place, path: "", fault: "not JSON (\(error))")
        }
        guard isShown(value) else {
            throw .index(place: place, path: "", fault: "a control character in it")
        }
        return try IndexReader(place: place).index(value)
    }

    /// Whether every text in it, names included, only stands where it is printed.
    private static func isShown(_ value: Value) -> Bool {
        if let text = value.text { return isShown(text) }
        if let list = value.list { return list.allSatisfy(isShown) }
        return value.map?.allSatisfy { isShown($0.key) && isShown($0.value) } ?? true
    }

    // Escapes move a terminal's cursor; marks of direction (202A…202E, 2066…2069) make one text look like another.
    private static func isShown(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control && !(0x202a...0x202e ~= $0.value)
                && !(0x2066...0x2069 ~= $0.value)
        }
    }

    private func index(_ value: Value) throws(RegistryError) -> RegistryIndex {
        let fields = try Fields(value, at: "", place)
        try fields.allow(["schema", "name", "serial", "expires", "mirrors", "packages"])
        guard try fields.int("schema", in: 1...1000) == RegistryIndex.schema else {
            throw fields.fault("schema", "is another than 1; take a newer concierge, or")
        }
        var index = RegistryIndex(
            name: try fields.text(
                "name", "a name of up to 64 letters, digits, '.', '_' and '-'", Self.isName),
            serial: try fields.int("serial", in: 1...(1 << 53)), expires: try fields.time("expires"))
        index.mirrors = try fields.texts("mirrors")
        guard index.mirrors.allSatisfy(RegistryAddress.isWeb) else {
            throw fields.fault("mirrors", "names what is no web address")
        }
        for (id, versions) in try fields.map("packages") {
            guard Self.isID(id) else { throw fields.fault("packages", "'\(id)' is not an id") }
            let packages = try Fields(versions, at: "packages.\(id)", place)
            for (version, entry) in packages.entries {
                guard Version(version) != nil else {
                    throw packages.fault(version, "is not a version")
                }
                let path = "packages.\(id).\(version)"
                index.packages[id, default: [:]][version] = try self.version(Fields(entry, at: path, place))
            }
        }
        return index
    }

    private func version(_ fields: Fields) throws(RegistryError) -> RegistryIndex.Version {
        try fields.allow([
            "file", "sha256", "size", "kind", "abi", "publisher", "signer", "description", "permissions",
            "published_at", "yanked",
        ])
        let kind = try fields.text("kind", "native or instructions") { Release.Kind(rawValue: $0) != nil }
        let signer = try fields.optional("signer")
        guard signer.map({ PublicKey($0) != nil }) ?? true else {
            throw fields.fault("signer", "is not a minisign public key")
        }
        return RegistryIndex.Version(
            file: try fields.text("file", "a path below the registry's address", Self.isFile),
            sha256: try fields.text("sha256", "64 hexadecimal digits", Self.isDigest),
            size: Int(try fields.int("size", in: 1...Int64(Archive.largest))),
            kind: Release.Kind(rawValue: kind) ?? .native, abi: try fields.optional("abi"),
            publisher: try fields.optional("publisher"), signer: signer.flatMap(PublicKey.init),
            description: try fields.text("description", "a text of up to 1024 bytes") {
                $0.utf8.count <= 1024
            },
            permissions: try fields.texts("permissions"), publishedAt: try fields.time("published_at"),
            yanked: try fields.optional("yanked"))
    }

    static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isNameByte)
    }

    static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x5f
            }
    }

    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// A path that is the same on every server and in every folder.
    static func isFile(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return text.utf8.count <= 200
            && parts.allSatisfy {
                !$0.isEmpty && !$0.hasPrefix(".")
                    && $0.utf8.allSatisfy { isNameByte($0) || $0 == 0x2b }
            }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f: true
        default: false
        }
    }
}

/// An object of an index, which says where in it something is wrong.
private struct Fields {
    let entries: [String: Value]
    private let path: String
    private let place: String

    init(_ value: Value, at path: String, _ place: String) throws(RegistryError) {
        guard let entries = value.map else {
            throw .index(place: place, path: path, fault: "an object was expected")
        }
        self.entries = entries
        self.path = path
        self.place = place
    }

    func fault(_ key: String, _ fault: String) -> RegistryError {
        .index(place: place, path: path.isEmpty ? key : "\(path).\(key)", fault: fault)
    }

    func allow(_ keys: Set<String>) throws(RegistryError) {
        guard let key = entries.keys.filter({ !keys.contains($0) }).min() else { return }
        throw fault(key, "is not known here")
    }

    func text(
        _ key: String, _ what: String, _ isGood: (String) -> Bool
    ) throws(RegistryError) -> String {
        guard let text = entries[key]?.text, isGood(text) else { throw fault(key, "\(what) was expected") }
        return text
    }

    func optional(_ key: String) throws(RegistryError) -> String? {
        guard let value = entries[key] else { return nil }
        guard let text = value.text, text.utf8.count <= 1024 else { throw fault(key, "a text was expected") }
        return text
    }

    func int(_ key: String, in range: ClosedRange<Int64>) throws(RegistryError) -> Int64 {
        guard let number = entries[key]?.int, range.contains(number) else {
            throw fault(key, "a number from \(range.lowerBound) to \(range.upperBound) was expected")
        }
        return number
    }

    func time(_ key: String) throws(RegistryError) -> Timestamp {
        guard let time = entries[key]?.text.flatMap(Timestamp.init) else {
            throw fault(key, "a time such as 2026-03-11T10:00:00Z was expected")
        }
        return time
    }

    func texts(_ key: String) throws(RegistryError) -> [String] {
        guard let value = entries[key] else { return [] }
        guard let list = value.list, list.allSatisfy({ ($0.text?.utf8.count ?? .max) <= 1024 }) else {
            throw fault(key, "a list of texts was expected")
        }
        return list.compactMap(\.text)
    }

    func map(_ key: String) throws(RegistryError) -> [(String, Value)] {
        guard let map = entries[key]?.map else { throw fault(key, "an object was expected") }
        return map.sorted { $0.key < $1.key }
    }
}
