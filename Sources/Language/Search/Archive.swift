/// Documents end to end in one array of bytes: a hundred thousand of them are two allocations.
struct Archive: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = [0]

    var count: Int { starts.count - 1 }

    mutating func append(_ document: KnowledgeIndex.Document) {
        bytes.append(document.kind.rawValue)
        append(document.id)
        append(document.text)
        bytes.append(varint: document.questions.count)
        for question in document.questions { append(question) }
        starts.append(UInt32(bytes.count))
    }

    subscript(slot: Int) -> KnowledgeIndex.Document {
        var reader = reader(slot)
        let kind = KnowledgeIndex.Document.Kind(rawValue: reader.byte()) ?? .question
        var document = KnowledgeIndex.Document(id: reader.text(), kind: kind)
        document.text = reader.text()
        document.questions = (0..<reader.number()).map { _ in reader.text() }
        return document
    }

    func id(_ slot: Int) -> String {
        var reader = reader(slot)
        _ = reader.byte()
        return reader.text()
    }

    private mutating func append(_ text: String) {
        bytes.append(varint: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private func reader(_ slot: Int) -> Reader { Reader(bytes: bytes, at: Int(starts[slot])) }

    private struct Reader {
        let bytes: [UInt8]
        var at: Int

        mutating func byte() -> UInt8 {
            at += 1
            return bytes[at - 1]
        }

        mutating func number() -> Int { bytes.varint(&at) }

        mutating func text() -> String {
            let count = number()
            at += count
            return String(decoding: bytes[at - count..<at], as: UTF8.self)
        }
    }
}

extension [UInt8] {
    /// Seven bits a byte, the lowest first.
    mutating func append(varint number: Int) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest | 0x80))
            rest >>= 7
        }
        append(UInt8(rest))
    }

    @inline(__always)
    func varint(_ at: inout Int) -> Int {
        var byte = Int(self[at])
        at &+= 1
        var number = byte & 0x7F
        var shift = 7
        while byte & 0x80 != 0 {
            byte = Int(self[at])
            at &+= 1
            number |= (byte & 0x7F) << shift
            shift &+= 7
        }
        return number
    }
}
