import ConciergeCore

/// What one file adds to the knowledge, and what is wrong with it.
struct FileContent: Sendable {
    var products: [Product] = []
    /// Ids of products that are there, but wrong.
    var refusedProducts: [String] = []
    var scripts: [SalesScript] = []
    var answers: [FAQEntry] = []
    var sections: [Section] = []
    var intents: [IntentFile] = []
    var problems: [Problem] = []
    /// The file is one `faq` list and nothing else.
    var isOneList = false
    /// A change of some lines changes the entries on them and no others; `lines` then has a hash of each.
    var isPlainList = false
    var lines: [UInt64] = []

    /// What is wrong was left out and the rest serves, rather than what stood there before.
    var servesTheRest = false

    var isFaulty: Bool { !servesTheRest && problems.contains(where: \.isError) }
}
