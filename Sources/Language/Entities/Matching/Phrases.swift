/// Words and phrases with what they stand for, found at a place of a text: the vocabularies of the readers.
final class Phrases<Payload: Sendable>: Sendable {
    private let trie: Trie
    private let payloads: [Payload]

    /// Phrases in any spelling; a hyphen stands for a space.
    init(_ entries: [(phrase: String, payload: Payload)]) {
        var keys: [UInt32] = []
        var bounds: [Int32] = [0]
        for entry in entries {
            keys += FoldedText(entry.phrase).scalars.map(Self.key)
            bounds.append(Int32(keys.count))
        }
        trie = Trie(keys: keys, bounds: bounds)
        payloads = entries.map(\.payload)
    }

    private static func key(_ scalar: Unicode.Scalar) -> UInt32 { scalar == "-" ? 0x20 : scalar.value }

    /// The longest phrase that begins at `start` and is no part of a longer Latin word.
    func longest(in passage: Passage, at start: Int) -> (end: Int, payload: Payload)? {
        guard start < passage.count, passage.mayBegin(at: start) else { return nil }
        var (node, at) = (Trie.root, start)
        var found: (end: Int, payload: Payload)?
        while at < passage.count, let next = trie.child(of: node, Self.key(passage.scalars[at])) {
            node = next
            at += 1
            if let value = trie.values(at: node).first, passage.mayEnd(at: at) {
                found = (at, payloads[Int(value)])
            }
        }
        return found
    }

    /// Phrases from left to right, the longest at each place, none inside another.
    func all(in passage: Passage) -> [(range: Range<Int>, payload: Payload)] {
        var found: [(range: Range<Int>, payload: Payload)] = []
        var end = 0
        for start in passage.starts where start >= end {
            guard let hit = longest(in: passage, at: start) else { continue }
            found.append((start..<hit.end, hit.payload))
            end = hit.end
        }
        return found
    }
}

extension Phrases where Payload == Bool {
    /// A set of words, split at spaces and line ends; an underscore is a space within a phrase.
    convenience init(words: String) {
        self.init(
            words.split(whereSeparator: \.isWhitespace).map { word in
                (String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "_" ? " " : $0 })), true)
            })
    }

    /// Where the longest phrase at `start` ends.
    func end(in passage: Passage, at start: Int) -> Int? { longest(in: passage, at: start)?.end }
}

extension Phrases where Payload == String {
    /// A table of lines, the name first and then how else it is called, between bars.
    convenience init(table: String) {
        self.init(
            table.split(separator: "\n").flatMap { line in
                let names = line.split(separator: "|").map { String($0.trimmed) }
                return names.map { ($0, names[0]) }
            })
    }
}

extension Substring {
    /// Without the spaces around it.
    var trimmed: Substring {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
