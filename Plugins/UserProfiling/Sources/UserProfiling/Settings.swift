import SkillKit

/// What the admin, or the package's own files, decide.
struct Settings: Sendable {
    /// What makes a question of a clause.
    struct Asking: Sendable {
        /// What stands behind it.
        var marks: Set<Unicode.Scalar> = []
        var endings: [String] = []

        func asks(_ clause: String, _ mark: Unicode.Scalar?) -> Bool {
            mark.map(marks.contains) ?? false || endings.contains(where: clause.hasSuffix)
        }

        /// Whether anything in a message is marked as a question.
        func isMarked(_ message: String) -> Bool { message.unicodeScalars.contains(where: marks.contains) }
    }

    struct Buying: Sendable {
        var words = Words([])
        var intents: Set<String> = []
        /// 我买过3台 is no wish.
        var past = Words([])
        /// Units that count nothing: 批.
        var vague: Set<String> = []
        /// Units of which there are whole ones only: 台.
        var pieces: Set<String> = []
    }

    /// When a mere statement is answered, so that nobody is called for it.
    struct Acknowledgement: Sendable {
        var priority = 0
        var questions = Words([])
        /// With one of these intents more is wanted.
        var unless: Set<String> = []
        /// Intents that a title alone is taken for, unless somebody is called in so many words.
        var mistaken: Set<String> = []
        var calls = Words([])
    }

    struct Role: Sendable {
        var statements = Words([])
        /// In small letters: how a clause behind such a one goes on.
        var continues: [String] = []
        /// Between a title and a company: "CEO of Blue GmbH".
        var links: [String] = []
        var denials = Words([])
        /// The longest first: 采购经理 before 采购.
        var titles: [(name: String, words: Words)] = []
    }

    struct Tier: Sendable, Hashable {
        var name: String
        var from: Double
    }

    struct Preference: Sendable {
        var label: Phrase
        var from: Int
        var words: Words
    }

    var updateInterval: Int
    var clearFrom: Double
    var supposed: Double
    var asking = Asking()
    var buying = Buying()
    var aboutYou, aboutUs, aboutOthers: Words
    var acknowledgement = Acknowledgement()
    /// A document is written at least every so many messages.
    var saveEvery: Int
    /// What makes two customers look like one person: phone, email, order.
    var clues: Set<String>
    var role = Role()
    var knownAfterDays: Int
    var knownConversations: Int
    /// The highest first.
    var tiers: [Tier]
    /// In the order in which they were written.
    var writtenTiers: [Tier]
    var totalsEvery: Duration
    var journey: Journey
    var preferences: [Preference]
    var preferredProducts: Int
    var productFrom: Int
    var messages: Int
    var texts: Texts

    init(_ configuration: Value) {
        updateInterval = configuration.integer("update_interval")
        clearFrom = configuration["clear_from"]?.double ?? 0
        supposed = configuration["supposed"]?.double ?? 0
        asking.marks = Set(configuration["asking"].texts("marks").flatMap(\.unicodeScalars))
        asking.endings = configuration["asking"].words("endings").all
        buying.words = configuration["buying"].words("words")
        buying.intents = Set(configuration["buying"].texts("intents"))
        buying.past = configuration["buying"].words("past")
        buying.vague = Set(configuration["buying"].words("vague").all)
        buying.pieces = Set(configuration["buying"].words("pieces").all)
        aboutYou = configuration.words("about_you")
        aboutUs = configuration.words("about_us")
        aboutOthers = configuration.words("about_others")
        let reply = configuration["acknowledge"]
        acknowledgement = Acknowledgement(
            priority: reply.integer("priority"), questions: reply.words("questions"),
            unless: Set(reply.texts("unless")), mistaken: Set(reply.texts("mistaken")),
            calls: reply.words("calls"))
        saveEvery = configuration.integer("save_every")
        clues = Set(configuration.texts("merge_clues"))
        let role = configuration["role"]
        self.role.statements = role.words("statements")
        self.role.continues = role.words("continues").all.map { $0.lowercased() }
        self.role.links = role.words("links").all.map { $0.lowercased() }
        self.role.denials = role.words("denials")
        self.role.titles = role.words("titles").all.sorted { $0.count > $1.count }.map { ($0, Words([$0])) }
        knownAfterDays = configuration.integer("known_after_days")
        knownConversations = configuration.integer("known_conversations")
        writtenTiers = (configuration["tiers"]?.list ?? []).compactMap { tier in
            tier["tier"]?.text.map { Tier(name: $0, from: tier["from"]?.double ?? 0) }
        }
        tiers = writtenTiers.sorted { $0.from > $1.from }
        totalsEvery = .seconds(3600 * configuration.integer("totals_every_hours"))
        journey = Journey(configuration["journey"])
        let wanted = configuration["preferences"]
        preferences = (wanted?["rules"]?.list ?? []).compactMap { rule in
            guard let label = rule["label"].flatMap({ Phrase($0) }) else { return nil }
            return Preference(label: label, from: rule.integer("from"), words: rule.words("words"))
        }
        preferredProducts = wanted.integer("products")
        productFrom = wanted.integer("product_from")
        messages = wanted.integer("messages")
        texts = Texts(configuration["texts"])
    }
}

/// What staff reads.
struct Texts: Sendable {
    let separator: Phrase
    let summary: [Phrase]
    let labels: [String: Phrase]
    let merge: Phrase
    /// To the customer.
    let noted, denied, list: Phrase

    init(_ texts: Value?) {
        separator = texts.phrase("separator")
        summary = (texts?["summary"]?.list ?? []).compactMap { Phrase($0) }
        labels = (texts?["labels"]?.map ?? [:]).compactMapValues { Phrase($0) }
        merge = texts.phrase("merge")
        noted = texts.phrase("noted")
        denied = texts.phrase("denied")
        list = texts.phrase("list")
    }

    /// The name of a type, a tier, a stage; what has none stands for itself.
    func label(_ name: String, _ locale: String?) -> String { labels[name]?.text(locale) ?? name }
}
