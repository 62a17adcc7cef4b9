/// Why bytes are no message, or a value cannot become one.
package enum MessageError: Error, Hashable, CustomStringConvertible {
    case tooLarge(bytes: UInt64, limit: Int)
    case malformed(String, at: UInt64)
    case tooDeep
    case outOfRange

    package var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, and \(limit) are allowed"
        case .malformed(let reason, let offset): "not a message: \(reason), at byte \(offset)"
        case .tooDeep: "nested deeper than 32 levels"
        case .outOfRange: "a timestamp is out of range"
        }
    }
}
