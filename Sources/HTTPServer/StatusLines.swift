import Glibc

/// The first lines of answers, kept for the second in which they are true.
struct StatusLines {
    private var second: time_t = -1
    private var date = ""
    private var lines: [Int: [UInt8]] = [:]

    /// Status line, `Date`, and `Connection: close` when the answer ends the connection.
    mutating func bytes(status: Int, closes: Bool) -> [UInt8] {
        let key = closes ? -status : status
        if let line = lines[key] { return line }
        let line =
            "HTTP/1.1 \(status) \(Self.reason(status))\r\ndate: \(date)\r\n"
            + (closes ? "connection: close\r\n" : "")
        lines[key] = Array(line.utf8)
        return Array(line.utf8)
    }

    /// Called at each tick of the loop.
    mutating func refresh() {
        let now = time(nil)
        guard now != second else { return }
        second = now
        date = Self.date(now)
        lines.removeAll(keepingCapacity: true)
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// IMF-fixdate, as RFC 9110 §5.6.7 wants it.
    static func date(_ seconds: time_t) -> String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
            + "\(1900 + parts.tm_year) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 421: "Misdirected Request"
        case 422: "Unprocessable Content"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: ""  // The phrase may be empty (RFC 9112 §4).
        }
    }
}
