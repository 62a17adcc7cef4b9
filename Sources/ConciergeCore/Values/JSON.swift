/// JSON without Foundation: the turn path writes and reads it thousands of times a second.
public enum JSON {
    /// A map's keys come sorted, so that equal values give equal bytes.
    public static func encode(_ value: Value) -> [UInt8] {
        var json = JSONWriter(capacity: 256)
        json.value(value)
        return json.bytes
    }

    public static func text(_ value: Value) -> String { String(decoding: encode(value), as: UTF8.self) }

    /// The one value that the whole of the bytes is.
    public static func decode(_ bytes: [UInt8], depth: Int = 32) throws(JSONError) -> Value {
        var reader = JSONReader(bytes: bytes, depth: depth)
        return try reader.document()
    }

    public static func decode(_ text: String) throws(JSONError) -> Value { try decode(Array(text.utf8)) }
}
