import SkillKit

/// What the admin, or the package's own files, decide.
struct Settings: Sendable {
    struct LeadRules: Sendable {
        var cap: Int
        var sells: Set<String>
        var notSales: Set<String>
        /// A message with one of these shows no interest, whatever else stands in it.
        var unless: Words
        var quietDays: Int
        var quietPoints: Int
        var competence: String
        var quotes: Int
        var summary: Int
        /// Whether only an order of one of its products wins it.
        var isWonByProduct: Bool
        /// How often a lead is written anew only because the customer wrote.
        var activeEvery: Duration
    }

    /// How somebody who wants to buy comes to an order.
    struct Buying: Sendable {
        var intent: String
        /// "and for 1?": another number of what is spoken of.
        var then: Set<String>
        /// Answers to "shall a colleague see to it?".
        var yes: Words
        var handoff: Handoff
        /// Who asks for a human after that offer means this colleague, and as urgently.
        var human: Set<String>
        var humanPriority: Int
        /// How much it counts to ask for a quantity that can be ordered.
        var priority: Int
    }

    struct Negotiation: Sendable {
        var intent: String
        var priority: Int
        /// How much the sentence about the colleague counts: nothing else is answered beside it.
        var handoffPriority: Int
        var handoff: Handoff
    }

    let autoRecommend: Bool
    /// Of what colleagues read.
    let staffLocale: String
    /// In points.
    let threshold: Int
    let strategies: [Strategy]
    let negotiation: Negotiation
    /// Intents that are sides of one wish.
    let oneWish: [Set<String>]
    let hearing: Hearing
    let buying: Buying
    /// Intents of rules that ask whether the customer is a new one.
    let typeIntents: Set<String>
    let facts: [CatalogueFact]
    let scripts: [String: Int]
    let introduction: Introduction
    let defaultIntents: Set<String>
    let defaultPriority: Int
    let lead: LeadRules
    let signals: [Signal]
    let texts: Texts
    /// What no schema can see.
    private(set) var findings: [Finding] = []

    init(_ configuration: Value) {
        autoRecommend = configuration["auto_recommend"]?.bool ?? true
        staffLocale = configuration["staff_locale"]?.text ?? "zh"
        threshold = Int(exactly: ((configuration["lead_threshold"]?.double ?? 0) * 100).rounded()) ?? 0
        texts = Texts(configuration["texts"])
        var faults: [Finding] = []
        strategies = Self.strategies(configuration, &faults)
        facts = Self.facts(configuration, texts, &faults)
        let negotiation = configuration["negotiation"]
        self.negotiation = Negotiation(
            intent: negotiation?["intent"]?.text ?? "", priority: negotiation.integer("priority"),
            handoffPriority: negotiation.integer("handoff_priority"),
            handoff: Handoff(negotiation?["handoff"]))
        oneWish = (configuration["one_wish"]?.list ?? []).map { Set([String]($0) ?? []) }
        hearing = Hearing(configuration)
        let buying = configuration["buying"]
        self.buying = Buying(
            intent: buying?["intent"]?.text ?? "", then: Set(buying.words("then").all),
            yes: buying.words("yes"),
            handoff: Handoff(buying?["handoff"]), human: Set(buying.texts("human")),
            humanPriority: buying.integer("human_priority"), priority: buying.integer("priority"))
        typeIntents = Set(
            strategies.filter { $0.when.tests.contains { $0.name == "type" } }.flatMap { rule in
                rule.when.tests.flatMap { name, test -> [String] in
                    guard name == "intent", case .oneOf(let intents) = test else { return [] }
                    return intents.compactMap(\.text)
                }
            })
        scripts = (configuration["scripts"]?.map ?? [:]).compactMapValues { $0.int.map(Int.init) }
        introduction = Introduction(configuration["introduction"])
        defaultIntents = Set(configuration["default_reply"].texts("intents"))
        defaultPriority = configuration["default_reply"].integer("priority")
        let lead = configuration["lead"]
        self.lead = LeadRules(
            cap: lead.integer("cap"), sells: Set(lead.texts("sells")),
            notSales: Set(lead.texts("not_sales")), unless: lead.words("unless"),
            quietDays: lead.integer("quiet_days"), quietPoints: lead.integer("quiet_points"),
            competence: lead?["competence"]?.text ?? "", quotes: lead.integer("quotes"),
            summary: lead.integer("summary"), isWonByProduct: lead?["won_by"]?.text != "any",
            activeEvery: Duration(lead?["active_every"]) ?? .zero)
        signals = (configuration["signals"]?.list ?? []).compactMap(Signal.init)
        findings = faults
        findings += checks
    }

    private static func strategies(_ configuration: Value, _ faults: inout [Finding]) -> [Strategy] {
        let limits = (configuration.map ?? [:]).compactMapValues(\.double)
        var strategies: [Strategy] = []
        for (index, rule) in (configuration["strategies"]?.list ?? []).enumerated() {
            let path = ["strategies", "\(index)"]
            guard let move = rule["do"]?.text.flatMap({ Strategy.Move(rawValue: $0) }) else {
                let known = Strategy.Move.allCases.map(\.rawValue).joined(separator: ", ")
                faults.append(
                    Finding(
                        path + ["do"], "'\(rule["do"]?.text ?? "")' is no strategy; known are \(known)",
                        isError: true))
                continue
            }
            do throws(Conditions.Fault) {
                strategies.append(
                    Strategy(
                        move: move, when: try Conditions(rule["when"], limits: limits),
                        because: rule["because"].flatMap { Phrase($0) } ?? Phrase(["": move.rawValue]),
                        handoff: rule["handoff"].map { Handoff($0) }, say: rule["say"]?.text))
            } catch { faults.append(Finding(path + ["when"] + error.path, error.message, isError: true)) }
        }
        return strategies
    }

    private static func facts(_ configuration: Value, _ texts: Texts, _ faults: inout [Finding])
        -> [CatalogueFact]
    {
        let limits = (configuration.map ?? [:]).compactMapValues(\.double)
        var facts: [CatalogueFact] = []
        for (index, rule) in (configuration["facts"]?.list ?? []).enumerated() {
            let (path, name) = (["facts", "\(index)"], rule["fact"]?.text ?? "")
            guard let text = texts.facts[name] else {
                faults.append(
                    Finding(
                        path + ["fact"], "'\(name)' has no text; write one under texts.facts", isError: true))
                continue
            }
            if let words = rule["words"]?.text, texts.words(words).all.isEmpty {
                faults.append(
                    Finding(
                        path + ["words"],
                        "'\(words)' has no words; write them under texts.\(words)\(Texts.wordsSuffix)", .error
                    ))
            }
            do throws(Conditions.Fault) {
                facts.append(
                    CatalogueFact(
                        name: name, covers: Set(rule.texts("covers")), intents: Set(rule.texts("intents")),
                        words: rule["words"]?.text.map(texts.words) ?? Words([]),
                        when: try Conditions(rule["when"], limits: limits), named: rule.integer("named"),
                        topic: rule.integer("topic"), text: text,
                        afterChange: rule["after_change"]?.bool ?? false))
            } catch { faults.append(Finding(path + ["when"] + error.path, error.message, isError: true)) }
        }
        return facts
    }
}

/// What is said, and how things are called.
struct Texts: Sendable {
    private let all: Value?
    private let phrases: [String: Phrase]
    let facts: [String: Phrase]
    let introduction: [Phrase]
    let line: Phrase
    /// A line without its price.
    let short: Phrase
    private let currencies: [String: Phrase]
    /// By which words a customer asks for a currency.
    private let currencyWords: [(code: String, words: Words)]
    let separator: Phrase

    init(_ texts: Value?) {
        all = texts
        phrases = (texts?.map ?? [:]).compactMapValues { Phrase($0) }
        facts = (texts?["facts"]?.map ?? [:]).compactMapValues { Phrase($0) }
        introduction = (texts?["introduction"]?.list ?? []).compactMap { Phrase($0) }
        currencies = (texts?["currencies"]?.map ?? [:]).compactMapValues { Phrase($0) }
        currencyWords = (texts?["currency_words"]?.map ?? [:]).sorted { $0.key < $1.key }
            .compactMap { code, words in Words(words).map { (code, $0) } }
        separator = texts.phrase("separator")
        line = texts.phrase("line")
        short = texts.phrase("short_line")
    }

    /// Single texts, each with what can be filled in.
    static let known: [String: Set<String>] = [
        "handoff": [], "vip": [], "complex": [], "negotiation_else": [], "default_reply": [],
        "hot": ["points", "summary"], "separator": [], "soon": [], "which_product": [], "how_many": ["name"],
        "next_step": [], "refused": [], "order": [], "odd_quantity": [],
        "which_quantities": ["names"], "so_far": ["lines"], "how_many_exactly": ["name"],
        "both": ["lines"], "order_empty": [], "large": [],
        "why_unscripted": ["order_amount"], "why_unpriced": [], "why_order": [],
        "line": ["name", "quantity", "price", "currency"], "short_line": ["name", "quantity"],
        "facts": [], "introduction": [], "currencies": [], "stock_words": [], "currency_words": [],
        "other_currency": ["currency", "asked"],
    ]

    /// Lists of words that a fact names.
    static let wordsSuffix = "_words"

    /// What the admin and the package wrote.
    var keys: Set<String> { Set((all?.map ?? [:]).keys) }

    subscript(name: String) -> Phrase? { phrases[name] }

    /// Empty where nothing is to be said.
    func text(_ name: String, _ locale: String?, _ values: [String: String] = [:]) -> String {
        self[name]?.text(locale, values) ?? ""
    }

    /// `stock` are the words under `stock_words`.
    func words(_ name: String) -> Words { all.words(name + Self.wordsSuffix) }

    /// The currency that a text names, where it is another one.
    func currency(askedIn text: String, otherThan own: String) -> String? {
        currencyWords.first { $0.code != own && $0.words.first(in: text) != nil }?.code
    }

    func currency(_ code: String?, _ locale: String?) -> String {
        code.map { currencies[$0]?.text(locale) ?? $0 } ?? ""
    }
}
