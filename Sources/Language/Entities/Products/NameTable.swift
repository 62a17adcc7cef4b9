/// Names with a trie over their sounds.
final class NameTable: Sendable {
    /// One name of something: its scalars without separators, and where those stood.
    struct Name: Sendable {
        /// The place of the product or category it names.
        var owner: Int32
        var first: Int32
        var count: UInt8 = 0
        var letters: UInt8 = 0
        var characters: UInt8 = 0
        /// Bit n: a separator stood before the n-th scalar.
        var breaks: UInt64 = 0
    }

    private let names: [Name]
    private let scalars: [Unicode.Scalar]
    let trie: Trie

    init(_ builder: Builder) {
        names = builder.names
        scalars = builder.scalars
        let bounds = builder.names.map(\.first) + [Int32(builder.scalars.count)]
        trie = Trie(keys: builder.scalars.map(Sounds.key), bounds: bounds)
    }

    var isEmpty: Bool { names.isEmpty }
    subscript(index: Int32) -> Name { names[Int(index)] }

    func scalar(_ index: Int, of name: Name) -> Unicode.Scalar { scalars[Int(name.first) + index] }
}

extension NameTable {
    /// Names as they are gathered.
    struct Builder {
        private(set) var names: [Name] = []
        private(set) var scalars: [Unicode.Scalar] = []

        /// Longer names are not typed by anybody.
        static let longest = 64

        mutating func add(_ name: String, of owner: Int32) {
            let folded = FoldedText(name, longest: Self.longest + 1)
            guard folded.count <= Self.longest else { return }
            var entry = Name(owner: owner, first: Int32(scalars.count))
            var isBroken = false
            for scalar in folded.scalars {
                if scalar.separatesName {
                    isBroken = entry.count > 0
                    continue
                }
                if isBroken { entry.breaks |= 1 << UInt64(entry.count) }
                isBroken = false
                entry.count += 1
                entry.letters += scalar.isLatin ? 1 : 0
                entry.characters += scalar.isHan ? 1 : 0
                scalars.append(scalar)
            }
            if isName(entry) { names.append(entry) } else { scalars.removeLast(Int(entry.count)) }
        }

        /// A short number would be found in every price.
        private func isName(_ entry: Name) -> Bool {
            entry.count > 0 && (entry.count >= 4 || !scalars[Int(entry.first)...].allSatisfy(\.isDigit))
        }
    }
}

extension NameTable.Builder {
    /// The last characters or the last Latin word of names: those that only one product's names end with.
    static func heads(of products: [ProductNames.Product]) -> Self {
        var owners: [String: Int32] = [:]
        for (index, product) in products.enumerated() {
            for head in Set(([product.name] + product.aliases).flatMap(heads)).subtracting(HeadWords.general)
            {
                owners[head] = owners[head] == nil ? Int32(index) : -1
            }
        }
        var builder = Self()
        for (head, owner) in owners where owner >= 0 { builder.add(head, of: owner) }
        return builder
    }

    /// 伺服|电机, 工业|机器人, but 包装|机: words of two characters make names, the head is what is left.
    private static func headLengths(_ characters: Int) -> [Int] {
        switch characters {
        case 0...3: []
        case 4: [2]
        case 5: [3]
        default: [2, 3, 4]
        }
    }

    private static func heads(of name: String) -> [String] {
        let text = FoldedText(name)
        let characters = text.scalars.reversed().prefix(while: \.isHan).count
        if characters > 0 {
            return headLengths(characters).map { text[text.count - $0..<text.count] }
        }
        let letters = text.scalars.reversed().prefix(while: \.isLatin).count
        let before = text.count - letters - 1
        guard letters >= 4, before > 0, text.scalars[before] == " " else { return [] }
        return [text[before + 1..<text.count]]
    }
}

extension Unicode.Scalar {
    /// What is written or left out within a name as one likes.
    var separatesName: Bool { self == " " || self == "-" || self == "_" || self == "·" }
}
