import Cryptography
import Glibc
import HTTPClient
import Unix

/// Brings one file of a web server into a file here; what came before a break is not asked for again.
struct Download {
    let web: Web
    let url: String
    /// Where it grows until it is whole.
    let part: String
    /// No more is taken; an index says exactly how much there is.
    let limit: Int
    let size: Int?
    /// Whether a digest tells in the end if the parts belong together.
    let isProven: Bool
    let progress: (Int, Int?) -> Void

    /// Which server said what of the part's version.
    fileprivate var tag: String { part + ".tag" }

    /// Until the file is whole, as far as its length tells.
    func run() throws(RegistryError) {
        try web.patiently { () throws(RegistryError) in
            _ = try web.follow(url) { (url) throws(RegistryError) in try exchange(url) }
            let count = Files.status(part)?.size ?? 0
            guard size.map({ $0 == count }) ?? true else {
                throw .unreachable(place: url, reason: "\(count) of \(size ?? 0) bytes came")
            }
        }
    }

    /// From the beginning again.
    func forget() {
        try? Files.remove(part)
        try? Files.remove(tag)
    }

    private func exchange(_ url: String) throws(RegistryError) -> Response {
        if let size, Files.status(part)?.size ?? 0 >= size { forget() }
        var landing = Landing(self, from: url)
        let request = Request("GET", url, headers: landing.headers)
        var options = ClientOptions()
        options.authority = web.authority
        var client = Client(options)
        let response: Response
        do throws(HTTPClientError) {
            response = try client.download(request, pace: web.pace) { landing.take($0, $1) }
        } catch {
            throw Web.error(error, url, limit: limit)
        }
        // The next attempt asks for all of it.
        if landing.isMisplaced || response.status == 416 { forget() }
        if let fault = landing.fault { throw fault }
        if response.status == 416 {
            throw .unreachable(place: url, reason: "what was here is no part of what is there")
        }
        return response
    }
}

/// What comes of one exchange, written as it comes.
private struct Landing: ~Copyable {
    private let download: Download
    private let url: String
    private let start: Int
    private var file: Descriptor?
    private var count = 0
    private var total: Int?
    private(set) var fault: RegistryError?
    private(set) var isMisplaced = false

    init(_ download: Download, from url: String) {
        self.download = download
        self.url = url
        start = Files.status(download.part)?.size ?? 0
    }

    /// To go on where it broke off, if it still is the same.
    var headers: [(name: String, value: String)] {
        guard start > 0 else { return [] }
        let range = [(name: "Range", value: "bytes=\(start)-")]
        let lines = (try? Files.text(download.tag))?.split(separator: "\n").map(String.init) ?? []
        guard lines.count == 2, lines[0] == url else { return download.isProven ? range : [] }
        return range + [(name: "If-Range", value: lines[1])]
    }

    mutating func take(_ response: Response, _ bytes: [UInt8]) -> Bool {
        do throws(RegistryError) {
            if file == nil { try open(response) }
            guard count + bytes.count <= download.limit else {
                throw .tooLarge(place: url, limit: download.limit)
            }
            do throws(SystemError) { try file?.write(bytes) } catch { throw .system("\(error)") }
            count += bytes.count
            download.progress(count, total)
            return true
        } catch {
            fault = error
            return false
        }
    }

    private mutating func open(_ response: Response) throws(RegistryError) {
        let goesOn = response.status == 206 && Self.first(response) == start
        guard goesOn || response.status != 206 else {
            isMisplaced = true
            throw .unreachable(place: url, reason: "the server gives another part than was asked for")
        }
        count = goesOn ? start : 0
        let length = response.header("Content-Length").flatMap { Int($0) }
        guard length.map({ $0 <= download.limit - count }) ?? true else {
            throw .tooLarge(place: url, limit: download.limit)
        }
        total = length.map { $0 + count }
        do throws(SystemError) {
            let mark = response.header("ETag").map { $0.hasPrefix("W/") ? "" : "\(url)\n\($0)\n" } ?? ""
            try Files.replace(download.tag, with: mark)
            file = try Descriptor(
                download.part, O_WRONLY | O_CREAT | (goesOn ? O_APPEND : O_TRUNC), mode: 0o600)
        } catch { throw .system("\(error)") }
    }

    /// `bytes 100-199/200` begins at 100.
    private static func first(_ response: Response) -> Int? {
        guard let range = response.header("Content-Range"), range.lowercased().hasPrefix("bytes ") else {
            return nil
        }
        return Int(range.dropFirst(6).prefix { $0.isNumber })
    }
}
