/// Why an archive is not unpacked or written: where, what, and the mend.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    /// The file or folder in the archive that is wrong; nil when it is the archive itself.
    public var entry: String?
    public var fault: ArchiveFault

    public init(path: String, entry: String?, fault: ArchiveFault) {
        self.path = path
        self.entry = entry
        self.fault = fault
    }

    public var description: String {
        let place = entry.map { "\(path): '\(Self.printable($0))'" } ?? path
        return "\(place): \(fault)"
    }

    /// What a stranger wrote, such that it neither moves the cursor nor fills the screen.
    static func printable(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(120) {
            if EntryPath.isPrintable(scalar) {
                line.unicodeScalars.append(scalar)
            } else {
                line += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return text.unicodeScalars.count > 120 ? line + "…" : line
    }
}

/// What is wrong with an archive.
public enum ArchiveFault: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Limit: Hashable, Sendable {
        case archive(Int), total(Int), file(Int), entries(Int), ratio(Int), depth(Int), path(Int)
        case time(Duration)
    }

    /// Neither of the forms that are read; what it looks like, where that is known.
    case otherForm(String?)
    /// Cut short or changed on its way.
    case damaged(String)
    case over(Limit)
    case encrypted
    /// Neither a regular file nor a folder.
    case kind(String)
    /// A path that is not taken.
    case path(String)
    /// What no honest packer writes, and readers understand in different ways.
    case oddity(String)
    case system(String)

    public var description: String {
        switch self {
        case .otherForm(let form):
            "\(form ?? "not an archive"); give one in the form tar.zst, tar.gz or zip, such as 'concierge skill pack' makes"
        case .damaged(let what): "damaged: \(what); fetch it again"
        case .over(let limit): limit.description
        case .encrypted:
            "encrypted, where what is installed is to be looked at first; pack it without a password"
        case .kind(let kind):
            "\(kind), where packages hold regular files and folders only; pack a file instead"
        case .path(let what): "\(what); rename it and pack again"
        case .oddity(let what): "\(what); pack it again with 'concierge skill pack'"
        case .system(let reason): reason
        }
    }
}

extension ArchiveFault.Limit: CustomStringConvertible {
    public var description: String {
        switch self {
        case .archive(let bytes): "an archive of more than \(Self.size(bytes)); make the package smaller"
        case .total(let bytes): "more than \(Self.size(bytes)) come out of it; make the package smaller"
        case .file(let bytes): "a file of more than \(Self.size(bytes)); make it smaller"
        case .entries(let count): "more than \(count) files and folders; make them fewer"
        case .ratio(let times): "more than \(times) times its size comes out of it; take out what is padding"
        case .depth(let depth): "more than \(depth) folders in one another; put it less deep and pack again"
        case .path(let bytes): "a path of more than \(bytes) bytes; shorten it and pack again"
        case .time(let time):
            "took longer than \(time.components.seconds) s to unpack; make the package smaller"
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
