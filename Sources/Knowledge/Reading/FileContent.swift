import ConciergeCore

/// What one file adds to the knowledge, and what is wrong with it.
struct FileContent: Sendable {
    var products: [Product] = []
    var scripts: [SalesScript] = []
    var answers: [FAQEntry] = []
    var sections: [Section] = []
    var intents: [IntentFile] = []
    var problems: [Problem] = []

    var isFaulty: Bool { problems.contains(where: \.isError) }
}
