/// A complete, well-formed request. Texts are made when asked for, so ask once.
public struct Request: Sendable {
    let head: RequestHead
    public let body: [UInt8]
    /// The address of the other end, without its port.
    public let peer: String
    public let isTLS: Bool

    public var method: String { head.text(head.method) }
    /// As sent, percent-encoded, without the query.
    public var rawPath: String { head.text(head.path) }
    /// Percent-decoded; `segments` keeps apart what was `%2F`.
    public var path: String { percentDecoded(head.bytes[head.path]) }
    /// The parts between slashes, each percent-decoded: `/a/b%2Fc` is `a`, `b/c`.
    public var segments: [String] {
        head.bytes[head.path].split(separator: .slash).map { percentDecoded($0) }
    }
    public var headers: RequestHeaders { RequestHeaders(head: head) }
    /// The `Host` asked for, in lower case, without its port.
    public var host: String { head.hostName }

    /// The items of the query in order, decoded as a form is.
    public var query: [QueryItem] { Self.items(head.bytes[head.query]) }

    /// The fields of a body that is `application/x-www-form-urlencoded`, in order.
    public var form: [QueryItem] { Self.items(body[...]) }

    private static func items(_ bytes: ArraySlice<UInt8>) -> [QueryItem] {
        bytes.split(separator: .ampersand).map { item in
            let equals = item.firstIndex(of: .equals)
            return QueryItem(
                name: percentDecoded(item[..<(equals ?? item.endIndex)], isForm: true),
                value: equals.map { percentDecoded(item[($0 + 1)...], isForm: true) } ?? "")
        }
    }
}

/// One `name=value` of a query.
public struct QueryItem: Sendable, Equatable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The headers of a request, found without regard to case.
public struct RequestHeaders: Sendable, Sequence {
    let head: RequestHead

    /// The first value of this name.
    public subscript(_ name: String) -> String? {
        field(name).map { head.text($0.value) }
    }

    /// The token of `Authorization: Bearer …` (RFC 6750 §2.1).
    public var bearerToken: [UInt8]? {
        guard let value = field("authorization").map({ head.bytes[$0.value] }), value.count > 7,
            value.prefix(7).isEqual(lowercase: "bearer ")
        else { return nil }
        return Array(value.dropFirst(7))
    }

    /// Every value of this name, in order.
    public func values(_ name: String) -> [String] {
        head.fields.filter { head.bytes[$0.name].isEqual(ignoringCase: name) }.map { head.text($0.value) }
    }

    public func makeIterator() -> some IteratorProtocol<(name: String, value: String)> {
        head.fields.lazy.map { (name: head.text($0.name), value: head.text($0.value)) }.makeIterator()
    }

    private func field(_ name: String) -> RequestHead.Field? {
        head.fields.first { head.bytes[$0.name].isEqual(ignoringCase: name) }
    }
}
