import CCurl
import Glibc

/// What one exchange has brought so far; libcurl calls it on the thread that waits for the exchange.
final class Transfer {
    var response = Response()
    /// The receiver wants no more.
    private(set) var isEnough = false
    private let limit: Int
    /// Networks that are entered although they are not public.
    private let openBlocks: [AddressBlock]
    private let receiver: Receiver?
    private var line: [UInt8] = []
    private var isTooLarge = false
    private var isForbidden = false

    /// Who gets a 2xx answer as it comes, until they say that it is enough.
    enum Receiver {
        case lines((String) -> Bool)
        case parts((Response, [UInt8]) -> Bool)
    }

    init(_ options: ClientOptions, _ receiver: Receiver?) {
        limit = options.maxBody
        openBlocks = options.openBlocks
        self.receiver = receiver
    }

    func error(server: String) -> HTTPClientError? {
        if isTooLarge { return .bodyTooLarge(server: server, limit: limit) }
        return isForbidden ? .forbidden(server: server) : nil
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    static let takeBody: ccurl_sink = { bytes, size, count, context in
        let all = UnsafeRawBufferPointer(start: bytes, count: size * count)
        return Transfer.at(context)?.body(all) == true ? all.count : 0
    }

    static let takeHeader: ccurl_sink = { bytes, size, count, context in
        Transfer.at(context)?.header(
            String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self))
        return size * count
    }

    // Sees the address of every attempt after the name was resolved, so a name that changes its mind is no way in.
    static let openPublic: ccurl_opener = { context, _, address in
        guard let address else { return CURL_SOCKET_BAD }
        // An IPv6 address reaches past the `sockaddr` that the field is declared as.
        let start = UnsafeRawPointer(address) + (MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(address.pointee.addrlen))
        let peer = PublicAddress.bytes(family: address.pointee.family, bytes)
        let transfer = Transfer.at(context)
        guard
            PublicAddress.isPublic(peer)
                || transfer?.openBlocks.contains(where: { $0.contains(peer) }) == true
        else {
            transfer?.isForbidden = true
            return CURL_SOCKET_BAD
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
    }

    private func header(_ text: String) {
        if text.hasPrefix("HTTP/") {
            // An interim answer (100, 103) has come before: only the last one counts.
            response.headers = []
            response.status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        } else if let colon = text.firstIndex(of: ":") {
            let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            response.headers.append(
                (name: String(text[..<colon]), value: String(value.prefix { !$0.isNewline })))
        }
    }

    private func body(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let receiver, 200..<300 ~= response.status else {
            isTooLarge = response.body.count + bytes.count > limit
            if !isTooLarge { response.body.append(contentsOf: bytes) }
            return !isTooLarge
        }
        switch receiver {
        case .lines(let take): return lines(bytes, take)
        case .parts(let take):
            isEnough = !take(response, Array(bytes))
            return !isEnough
        }
    }

    private func lines(_ bytes: UnsafeRawBufferPointer, _ take: (String) -> Bool) -> Bool {
        for piece in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            if piece.offset > 0, !deliver(take) { return false }
            line.append(contentsOf: piece.element)
            isTooLarge = line.count > limit
            if isTooLarge { return false }
        }
        return true
    }

    private func deliver(_ take: (String) -> Bool) -> Bool {
        if line.last == 13 { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        line.removeAll(keepingCapacity: true)
        isEnough = !take(text)
        return !isEnough
    }

    /// The last line may have no end.
    func finish() {
        guard case .lines(let take) = receiver, !line.isEmpty, !isEnough else { return }
        _ = deliver(take)
    }
}
