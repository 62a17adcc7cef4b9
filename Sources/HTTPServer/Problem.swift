/// A refusal as RFC 9457 `application/problem+json`, with a `code` that never changes.
public struct Problem: Error, Sendable, Equatable {
    public var status: Int
    public var code: String
    public var title: String
    /// Where, what is wrong, and the mend.
    public var detail: String

    public init(_ status: Int, _ code: String, _ title: String, _ detail: String) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
    }

    var json: [UInt8] {
        var text = #"{"type":"about:blank","title":"#
        text.appendJSON(title)
        text += #","status":\#(status),"code":"#
        text.appendJSON(code)
        text += #","detail":"#
        text.appendJSON(detail)
        text += "}"
        return Array(text.utf8)
    }
}

extension Response {
    /// The answer that carries this problem.
    public init(_ problem: Problem, headers: Headers = [:]) {
        var headers = headers
        headers.append("content-type", "application/problem+json")
        self.init(status: problem.status, headers: headers, body: problem.json)
    }
}

extension String {
    fileprivate mutating func appendJSON(_ text: String) {
        append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\u{0}"..."\u{1f}", "\u{7f}":
                let hex = String(scalar.value, radix: 16)
                append("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
            default: unicodeScalars.append(scalar)
            }
        }
        append("\"")
    }
}
