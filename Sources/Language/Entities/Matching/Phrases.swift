/// Words and phrases with what they stand for, found at a place of a text: the vocabularies of the readers.
final class Phrases<Payload: Sendable>: Sendable {
    private let trie: Trie
    private let payloads: [Payload]

    /// Phrases in any spelling, a hyphen standing for a space; and lists of words, split at spaces and line ends, in which
    /// an underscore is a space within a phrase. Of those that are spelled alike the first counts.
    init(
        _ entries: [(phrase: String, payload: Payload)] = [], lists: [(words: String, payload: Payload)] = []
    ) {
        var builder = Builder()
        for entry in entries { builder.add(entry.phrase.unicodeScalars, entry.payload) }
        for list in lists {
            for word in list.words.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                builder.add(word, list.payload)
            }
        }
        trie = Trie(keys: builder.keys, bounds: builder.bounds)
        payloads = builder.payloads
    }

    private struct Builder {
        var keys: [UInt32] = []
        var bounds: [Int32] = [0]
        var payloads: [Payload] = []

        mutating func add(_ scalars: some Sequence<Unicode.Scalar>, _ payload: Payload) {
            for scalar in scalars {
                if let folded = FoldedText.folded(scalar) { keys.append(Phrases.key(folded)) }
            }
            bounds.append(Int32(keys.count))
            payloads.append(payload)
        }
    }

    private static func key(_ scalar: Unicode.Scalar) -> UInt32 {
        scalar == "-" || scalar == "_" ? 0x20 : scalar.value
    }

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

    /// Where the phrases end that begin where these scalars do, whatever stands behind them.
    func ends(_ scalars: ArraySlice<Unicode.Scalar>) -> [Int] { trie.ends(scalars) }

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
    convenience init(words: String) { self.init(lists: [(words, true)]) }

    /// Where the longest phrase at `start` ends.
    func end(in passage: Passage, at start: Int) -> Int? { longest(in: passage, at: start)?.end }
}

extension Substring {
    /// Without the spaces around it.
    var trimmed: Substring {
        var rest = utf8[...]
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        while rest.last == UInt8(ascii: " ") { rest.removeLast() }
        return Substring(rest)
    }
}

extension StringProtocol {
    /// The lines or cells of a table, without the spaces around them.
    func cells(at separator: Unicode.Scalar) -> [Substring] {
        let separator = UInt8(ascii: separator)
        return Substring(self).utf8.split { $0 == separator }.map { Substring($0).trimmed }
    }
}
