import SkillKit

/// What a customer wrote, as far as selling is concerned.
struct Message: Sendable {
    var text: String
    /// What of it counts.
    var heard: String
    var intent: String?
    /// Everything that is wanted, the main thing first.
    var intents: [String] = []
    /// How sure the main thing is.
    var confidence = 1.0
    /// The host asks back what is meant.
    var isUnclear = false
    var customerTurns = 0
    /// The ids of the products it names, in order.
    var products: [String] = []
    /// What is to be bought, in order: a product, how many of it.
    var lines: [Line] = []
    /// How many, of a product that was named before.
    var quantity: Double?
    /// Something was turned down.
    var isRefused = false
    /// It names a quantity that cannot be ordered: 2.5, -5.
    var isOdd = false
    /// It names a quantity that is no exact number: 两三台.
    var isVague = false
    /// Which quantity is of which product is not certain.
    var isDoubtful = false
    /// It counts something that the catalogue does not know by that name.
    private(set) var isPartial = false
    /// Something is broken: nobody buys.
    var isFault = false
    /// What is said of a product turned down.
    var denied: [String] = []
    /// What is to become of the order.
    var change: Change?
    /// It says how many to whoever asked.
    private(set) var isCount = false
    /// All that was spoken of is meant.
    var isTogether = false
    /// Every quantity it names.
    private(set) var counts: [Double] = []
    /// How many characters the names of products take, and where the first begins and the last ends.
    private var named = 0
    private var names: Range<Int>?
    /// Where the last quantity ends.
    private var counted: Int?
    /// The number that it is nothing but.
    private var number: Value?

    enum Change: Sendable, Hashable { case add, replace, remove }

    struct Line: Sendable, Hashable {
        var product: String
        var quantity: Double
        var isExact = true
    }

    init(
        _ text: String, intent: String? = nil, all: [String] = [], entities: [Value] = [],
        customerTurns: Int = 0
    ) {
        self.text = text
        heard = text
        self.intent = intent
        intents = all
        if let intent {
            intents.removeAll { $0 == intent }
            intents.insert(intent, at: 0)
        }
        self.customerTurns = customerTurns
        if !entities.isEmpty { read(entities) }
    }

    /// Whether it says anything of an order.
    var namesOrder: Bool { !products.isEmpty || quantity != nil || isOdd }

    /// Whether a product is named, and hardly more than so many characters beside.
    func isNameAlone(but others: Int) -> Bool {
        !products.isEmpty && text.unicodeScalars.count - named <= others
    }

    /// Whether a product is named right after one of these, with hardly more than so many characters behind it.
    func isNamed(after words: Words, within others: Int) -> Bool {
        guard let names, text.unicodeScalars.count - names.upperBound <= others else { return false }
        var before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(names.lowerBound)))
            .lowercased()
        for article in [" the ", " an ", " a ", " any ", " "] where before.hasSuffix(article) {
            before.removeLast(article.count)
            break
        }
        return words.all.contains(where: before.hasSuffix)
    }

    /// The number of "and for 3?": nothing stands beside it but these words.
    func number(beside words: Set<String>) -> Double? {
        guard counts.isEmpty, products.isEmpty, text.utf8.count <= Self.shortest else { return nil }
        var tokens = [""]
        for scalar in text.lowercased().unicodeScalars {
            let isPart = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            guard isPart else {
                tokens.append("")
                continue
            }
            let last = tokens[tokens.count - 1].unicodeScalars.last
            if let last, !last.isASCII || !scalar.isASCII || last.isDigit != scalar.isDigit {
                tokens.append("")
            }
            tokens[tokens.count - 1].unicodeScalars.append(scalar)
        }
        let others = tokens.filter { !$0.isEmpty && Double($0) == nil }
        let numbers = tokens.compactMap(Double.init)
        guard numbers.count == 1, numbers[0] >= 1, !others.isEmpty, others.allSatisfy(words.contains) else {
            return nil
        }
        return numbers[0]
    }

    private static let shortest = 40

    /// What stands right behind the last quantity, where no product is named: 2台SCARA.
    var rest: String? {
        guard products.isEmpty, quantity != nil, let end = counted else { return nil }
        let behind = text.unicodeScalars.dropFirst(end).drop { $0 == " " }
        guard let first = behind.first else { return nil }
        let run = behind.prefix { $0.properties.isAlphabetic && $0.isASCII == first.isASCII || $0.isDigit }
        return run.count > 1 ? String(String.UnicodeScalarView(run.prefix(Self.shortest))) : nil
    }

    /// The rest stands in the names of these: one is meant, of more nobody knows which.
    mutating func mean(_ ids: [String]) {
        guard let id = ids.first, let count = quantity else { return }
        if ids.count == 1 {
            (products, lines, quantity) = ([id], [line(id, count)], nil)
        } else {
            forgetOrder()
            isPartial = true
        }
    }

    /// It is about this alone.
    mutating func want(_ intent: String) { (self.intent, intents) = (intent, [intent]) }

    private mutating func read(_ entities: [Value]) {
        for entity in entities {
            let isNegated = entity["negated"]?.bool ?? false
            switch entity["kind"]?.text {
            case "product":
                guard let id = entity["value"]?["id"]?.text else { continue }
                let (start, end) = (entity.integer("start"), entity.integer("end"))
                named += end - start
                names = min(names?.lowerBound ?? start, start)..<max(names?.upperBound ?? end, end)
                if isNegated {
                    denied.append(id)
                } else if !products.contains(id) {
                    products.append(id)
                }
            case _ where isNegated: continue
            case "quantity":
                if let count = count(entity) { counts.append(count) }
                counted = entity.integer("end")
            case "number": number = entity
            default: continue
            }
        }
        pair()
    }

    /// 两台工业机器人和一台输送线: quantities and products go together one by one, or all to the only product.
    private mutating func pair() {
        if products.count == counts.count {
            lines = zip(products, counts).map { line($0, $1) }
        } else if products.count < 2, Set(counts).count == 1 {
            if let product = products.first {
                lines = [line(product, counts[0])]
            } else {
                quantity = counts[0]
            }
        } else {
            isDoubtful = !counts.isEmpty
        }
    }

    /// 各两台: so many of each.
    mutating func distribute() {
        guard products.count > 1, counts.count == 1 else { return }
        lines = products.map { line($0, counts[0]) }
        isDoubtful = false
    }

    /// 每台配2个: so many for each of the first. Of more than two products nobody can tell.
    mutating func multiply() {
        guard counts.count > 1 else { return }
        quantity = nil
        isPartial = products.count == 1 && counts.count == 2
        isDoubtful = !isPartial && lines.count != 2
        if isPartial {
            lines = [line(products[0], counts[0])]
        } else if isDoubtful {
            lines = []
        } else {
            lines[1].quantity *= lines[0].quantity
        }
    }

    /// Somebody asked how many: a bare number is one of goods, and a number is the answer.
    mutating func answerCount(_ said: Double? = nil) {
        if let count = said ?? number.flatMap({ count($0) }) {
            (quantity, intent, intents) = (count, nil, [])
        }
        isCount = quantity != nil && products.isEmpty
        if isCount { (change, isUnclear) = (change ?? .replace, false) }
    }

    private func line(_ product: String, _ count: Double) -> Line {
        Line(product: product, quantity: count, isExact: !isVague)
    }

    /// Without anything that is to be bought.
    mutating func forgetOrder() {
        (quantity, lines, counts, isVague, isDoubtful) = (nil, [], [], false, false)
    }

    /// 至少50台 counts as 50: what is certain.
    private mutating func count(_ entity: Value) -> Double? {
        let value = entity["value"]
        guard let count = value?["amount"]?.double ?? value?["from"]?.double ?? value?["to"]?.double else {
            return nil
        }
        guard count > 0, count == count.rounded() else {
            isOdd = true
            return nil
        }
        let (from, to) = (value?["from"]?.double, value?["to"]?.double)
        if value?["approximate"]?.bool ?? false || (to != nil && from != to) { isVague = true }
        return count
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
