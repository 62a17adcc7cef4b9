/// Words a question turns on, and the ways in which fingers get them wrong: hwo, odrer, invoce.
enum TypedWords {
    /// What a word that is none was to be; nil where it is one, or may be another.
    static func meant(_ run: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard run.count >= fewestLetters, run.count <= mostLetters else { return nil }
        return meant[String(String.UnicodeScalarView(run))]
    }

    private static let fewestLetters = 3
    private static let mostLetters = 14
    /// A shorter word with a letter more or less is too often another.
    private static let fewestForOther = 5

    /// A slip of two words was one of the first of them: hwo is "how", not "who".
    private static let meant: [String: [Unicode.Scalar]] = {
        var meant: [String: [Unicode.Scalar]] = [:]
        for word in words {
            for slip in slips(of: Array(word)) where !isWord(Array(slip.unicodeScalars)) {
                meant[slip] = meant[slip] ?? Array(word.unicodeScalars)
            }
        }
        return meant
    }()

    /// Two neighbours in the wrong order, a letter within left out, or one typed twice.
    private static func slips(of word: [Character]) -> [String] {
        var slips: [[Character]] = []
        for place in 1..<word.count {
            var swapped = word
            swapped.swapAt(place - 1, place)
            slips.append(swapped)
        }
        if word.count >= fewestForOther {
            for place in 1..<word.count - 1 {
                slips.append(Array(word[..<place] + word[(place + 1)...]))
                slips.append(Array(word[...place] + word[place...]))
            }
        }
        return slips.map { String($0) }.filter { $0 != String(word) }
    }

    private static func isWord(_ letters: [Unicode.Scalar]) -> Bool {
        let lists = [
            CommonWords.english, CommonWords.everyday, CommonWords.goods, PersonWords.firstNames, others,
        ]
        return lists.contains { $0.ends(letters[...]).contains(letters.count) }
    }

    /// Words that are a slip away from one of those below.
    private static let others = Phrases(
        words: """
            tank tanks rest loin chap sill compliant pries tacking odes sock tack retuned refuned oder fro ant wont cant taht rot wrold moths moth moter root robt pyment dose poem hwy who ohm
            eth het hte nto ont acn nac opt pot scam mange moral loner hep pal pack quite quit thing ting salve slave sever rive
            tail trail tial manul trade taxi costed coast stoke sing singe dived sip hip chip sock stick pad paid prise
            """)

    private static let words = Vocabulary.list(
        """
        how, much, many, what, where, when, which, why, who, does, can, you, the, want, need, have, with, your, this, that, please, hello, thanks, thank
        price, prices, quote, quotation, cost, cheap, cheaper, discount, order, orders, ordered, delivery, deliver, delivered, shipping, shipped, shipment, ship
        track, tracking, arrive, arrived, invoice, invoices, receipt, payment, return, refund, exchange, warranty, repair, broken, damaged, missing
        machine, product, products, problem, support, service, help, install, manual, password, account, login, reset, human, agent, person, speak, complaint
        complain, company, address, phone, contact, catalog, catalogue, available, stock, sample, samples, units, pieces, bulk, minimum, still, waiting
        """)
}
