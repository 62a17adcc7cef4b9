import Cryptography
import Glibc
import Unix

/// One place where a registry's files lie.
enum Depot: Sendable {
    case folder(String)
    case web(String, Web)

    init(_ url: String, _ web: Web) {
        self = RegistryAddress.isWeb(url) ? .web(url, web) : .folder(url)
    }

    /// The whole name of a file in it.
    func place(_ name: String) -> String {
        switch self {
        case .folder(let path): Files.join(path, name)
        case .web(let url, _): RegistryAddress.isWeb(name) ? name : "\(url)/\(name)"
        }
    }

    func document(_ name: String, limit: Int) throws(RegistryError) -> [UInt8] {
        let place = place(name)
        guard case .web(_, let web) = self else { return try Self.read(place, limit: limit) }
        return try web.document(place, limit: limit)
    }

    private static func read(_ path: String, limit: Int) throws(RegistryError) -> [UInt8] {
        guard Files.exists(path) else { throw .missing(place: path) }
        let content: [UInt8]?
        do throws(SystemError) { content = try self.content(of: path, limit) } catch {
            throw .system("\(error)")
        }
        guard let content else { throw .answer(place: path, fault: "is no regular file") }
        guard content.count <= limit else { throw .tooLarge(place: path, limit: limit) }
        return content
    }

    /// Nil for what is no file, and a byte too many of one that is too large.
    private static func content(of path: String, _ limit: Int) throws(SystemError) -> [UInt8]? {
        // A pipe's other end may never come, and a device never ends.
        let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
        guard file.isRegular else { return nil }
        var content: [UInt8] = []
        while content.count <= limit {
            let part = try file.read(atMost: min(64 << 10, limit + 1 - content.count))
            if part.isEmpty { break }
            content += part
        }
        return content
    }

    /// A file whose digest is known, or not, into a file here.
    func archive(
        _ offer: RegistryOffer, to part: String, progress: (Int, Int?) -> Void
    ) throws(RegistryError) -> [UInt8] {
        let limit = offer.size ?? Archive.largest
        guard case .web(_, let web) = self else {
            return try Archive.checked(
                Self.read(place(offer.location), limit: limit), offer, place: place(offer.location))
        }
        return try withoutActuallyEscaping(progress) { progress throws(RegistryError) in
            let download = Download(
                web: web, url: place(offer.location), part: part, limit: limit, size: offer.size,
                isProven: offer.sha256 != nil, progress: progress)
            let isResumed = Files.exists(part)
            try download.run()
            let bytes = try Self.read(part, limit: limit)
            do throws(RegistryError) {
                return try Archive.checked(bytes, offer, place: download.url)
            } catch {
                download.forget()
                // The first half may have been another file's.
                guard isResumed else { throw error }
            }
            try download.run()
            do throws(RegistryError) {
                return try Archive.checked(Self.read(part, limit: limit), offer, place: download.url)
            } catch {
                download.forget()
                throw error
            }
        }
    }
}

/// A package's archive, of which only the digest tells whether it is the one.
enum Archive {
    /// As much as an archive may have anywhere.
    static let largest = 32 << 20

    static func checked(
        _ bytes: [UInt8], _ offer: RegistryOffer, place: String
    ) throws(RegistryError) -> [UInt8] {
        guard let expected = offer.sha256 else { return bytes }
        let found = Hex.encode(SHA256.hash(bytes))
        guard found == expected else {
            throw .otherContent(place: place, expected: expected, found: found)
        }
        return bytes
    }
}
