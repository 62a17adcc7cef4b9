/// Request line and headers as they came, with the places of everything in them.
struct RequestHead: Sendable {
    struct Field: Sendable {
        let name: Range<Int>
        let value: Range<Int>
    }

    enum Framing: Sendable, Equatable {
        case none
        case length(Int)
        case chunked
    }

    let bytes: [UInt8]
    var method = 0..<0
    var path = 0..<0
    var query = 0..<0
    var host = 0..<0
    var fields: [Field] = []
    var minorVersion = 1
    var framing = Framing.none
    var keepsAlive = true
    var expectsContinue = false

    var isHEAD: Bool { bytes[method].isEqual(lowercase: "head") }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// In lower case, without the port; the brackets of an IPv6 address are kept.
    var hostName: String {
        var name = bytes[host]
        if let colon = name.lastIndex(of: .colon), name[colon...].dropFirst().allSatisfy(\.isDigit) {
            name = name[..<colon]
        }
        return String(decoding: name.map(\.lowercased), as: UTF8.self)
    }
}
