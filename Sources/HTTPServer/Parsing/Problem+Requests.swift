/// The refusals of the server itself.
extension Problem {
    static func badRequest(_ detail: String) -> Problem {
        Problem(400, "bad_request", "Malformed request", detail)
    }

    static var loneLineFeed: Problem {
        badRequest("headers: a line ends without a carriage return; end every line with CRLF")
    }

    static func badTarget(_ target: ArraySlice<UInt8>, _ what: String) -> Problem {
        Problem(400, "bad_target", "Malformed request target", "request line: '\(target.shown)' \(what)")
    }

    static func ambiguousLength(_ what: String) -> Problem {
        Problem(400, "ambiguous_length", "The body's length is not clear", "headers: \(what)")
    }

    static func badHost(_ what: String) -> Problem {
        Problem(400, "bad_host", "Malformed host", "headers: 'host' \(what)")
    }

    static func misdirected(_ host: String) -> Problem {
        Problem(
            421, "misdirected", "This host is not served here",
            "headers: 'host' is '\(host)', which is not served here; use a configured name or add it to 'server.hosts'"
        )
    }

    static var unknownExpectation: Problem {
        Problem(
            417, "unknown_expectation", "Expectation failed",
            "headers: only 'expect: 100-continue' is understood; remove the header")
    }

    static func tooManyHeaders(_ limit: Int) -> Problem {
        Problem(431, "headers_too_large", "Headers too large", "headers: more than \(limit); send fewer")
    }

    static func headTooLarge(_ limit: Int) -> Problem {
        Problem(431, "headers_too_large", "Headers too large", "headers: more than \(limit) bytes; send less")
    }

    static func bodyTooLarge(_ limit: Int) -> Problem {
        Problem(413, "body_too_large", "Body too large", "body: more than \(limit) bytes; send less")
    }

    static func badChunk(_ what: String) -> Problem {
        Problem(400, "bad_chunk", "Malformed chunked body", "body: \(what)")
    }

    static var incomplete: Problem {
        Problem(
            400, "incomplete_request", "The request is not complete",
            "request: the client stopped sending before its end; send all of it")
    }

    static func slow(_ part: String, _ limit: Duration) -> Problem {
        Problem(
            408, "slow_request", "The request took too long",
            "\(part): not complete after \(limit.text); send it faster")
    }

    static var crowded: Problem {
        Problem(
            503, "too_many_connections", "Too many connections",
            "server: all connections are in use; try again in a moment")
    }

    static var busy: Problem {
        Problem(
            503, "too_much_arriving", "Too many bodies at once",
            "server: too many large bodies are arriving; try again in a moment")
    }

    static var unanswered: Problem {
        Problem(
            500, "no_answer", "The request was not answered",
            "server: the request was dropped without an answer; try again and report it")
    }
}

extension Duration {
    fileprivate var text: String {
        let (seconds, attoseconds) = components
        return attoseconds == 0
            ? "\(seconds) s" : "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
