/// Writes JSON member by member: the turn path builds no tree of values to take it apart again.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    public mutating func object(_ members: (inout JSONWriter) -> Void) { nested(0x7b, 0x7d, members) }

    public mutating func list(_ items: (inout JSONWriter) -> Void) { nested(0x5b, 0x5d, items) }

    /// The name of the next member; members are written in the order of their names, so that equal facts are
    /// equal bytes.
    public mutating func key(_ name: String) {
        separate()
        JSON.write(name, to: &bytes)
        bytes.append(0x3a)
        needsComma = false
    }

    public mutating func text(_ text: String) {
        separate()
        JSON.write(text, to: &bytes)
    }

    public mutating func text(_ text: String?) { if let text { self.text(text) } else { value(.null) } }

    public mutating func int(_ number: Int64) {
        separate()
        JSON.write(number, to: &bytes)
    }

    public mutating func bool(_ flag: Bool) { value(.bool(flag)) }

    public mutating func value(_ value: Value) {
        separate()
        JSON.write(value, to: &bytes)
    }

    /// A member that is left out when there is nothing to say.
    public mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        self.text(text)
    }

    public mutating func member(_ name: String, _ texts: [String]) {
        key(name)
        list { writer in for text in texts { writer.text(text) } }
    }

    private mutating func nested(_ begin: UInt8, _ end: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(begin)
        needsComma = false
        body(&self)
        bytes.append(end)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2c) }
        needsComma = true
    }
}

extension Value {
    /// The value of what is otherwise only written, so that a shape is described once.
    init(written write: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        write(&json)
        self = (try? JSON.decode(json.bytes)) ?? .null
    }
}
