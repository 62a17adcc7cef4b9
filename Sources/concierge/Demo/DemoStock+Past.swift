import ConciergeCore

extension DemoStock {
    /// What happened with the customers besides their orders; shares are in percent.
    struct Past: Sendable {
        /// What somebody had trouble with.
        struct Trouble: Shared, Sendable {
            var share: Int
            var intent: String
            var priority: String
            /// Who sees to it; nil: the engineer of the customer's industry.
            var assignee: String?
            var texts: [String: String]
        }

        /// In minutes to the first answer, and hours to the end.
        struct Pace: Sendable {
            var answer: Int
            var end: Int
        }

        /// What somebody said who may buy.
        struct Talk: Shared, Sendable {
            var share: Int
            /// The states that a lead of it may be in.
            var outcomes: [String]
            /// Each sentence, and the signals that it gave.
            var says: [(texts: [String: String], signals: [String])]
        }

        var tickets: Tickets
        var overdue: (answer: [String: String], end: [String: String])
        var paces: [String: Pace]
        var channels: [String]
        var troubles: [Trouble]
        var surveys: Surveys
        var comments: [String: [String]]
        var leads: Leads
        /// What a lead is scored for, and from which score on it is hot.
        var signals: [String: Int]
        var score: (cap: Int, hot: Int)
        var talks: [Talk]
        var reasons: [String: [String]]
        var offers: Offers
        var outcomes: [(name: String, share: Int)]
        var clients: (tiers: [String], most: Int, contacted: Int, decided: Int, promised: Int)
        var promise: [String: String]
        var waiting: [Value]
        var timers: [Timer]
    }
}

extension DemoStock.Past {
    init?(_ value: Value) {
        guard let tickets = value["tickets"], let surveys = value["surveys"], let leads = value["leads"],
            let offers = value["offers"], let clients = value["clients"],
            let troubled = Tickets(tickets), let asked = Surveys(surveys), let wished = Leads(leads),
            let offered = Offers(offers)
        else { return nil }
        (self.tickets, self.surveys, self.leads, self.offers) = (troubled, asked, wished, offered)
        overdue = (
            tickets["overdue"]?["answer"]?.texts ?? [:], tickets["overdue"]?["end"]?.texts ?? [:]
        )
        paces = (tickets["pace"]?.map ?? [:]).compactMapValues(\.bounds).mapValues {
            .init(answer: $0, end: $1)
        }
        channels = tickets.words("channels")
        troubles = tickets.items("kinds").map {
            Trouble(
                share: $0.number("share"), intent: $0.word("intent"), priority: $0.word("priority"),
                assignee: $0["assignee"]?.text, texts: $0.texts)
        }
        comments = (surveys["comments"]?.map ?? [:]).mapValues { $0.list?.compactMap(\.text) ?? [] }
        signals = (leads["signals"]?.map ?? [:]).compactMapValues(\.int).mapValues(Int.init)
        score = (leads.number("cap"), leads.number("hot"))
        talks = leads.items("talks").map(Talk.init)
        reasons = (leads["reasons"]?.map ?? [:]).mapValues { $0.list?.compactMap(\.text) ?? [] }
        outcomes = (offers["outcomes"]?.map ?? [:]).map { ($0.key, Int($0.value.int ?? 0)) }
            .sorted { $0.name < $1.name }
        self.clients = (
            clients.words("tiers"), clients.number("most"), clients.number("contacted"),
            clients.number("decided"), clients.number("promised")
        )
        promise = clients["promise"]?.texts ?? [:]
        waiting = value.items("waiting")
        timers = value.items("timers").map(Timer.init)
        guard !troubles.isEmpty, !channels.isEmpty, !talks.isEmpty else { return nil }
    }
}

extension DemoStock.Past.Talk {
    init(_ value: Value) {
        (share, outcomes) = (value.number("share"), value.words("for"))
        says = value.items("says").map { said in
            (said.texts.filter { ["zh", "en"].contains($0.key) }, said.words("signals"))
        }
    }
}

extension DemoStock.Past {
    /// How soon tickets of a priority are seen to.
    func pace(of priority: String) -> Pace { paces[priority] ?? Pace(answer: 120, end: 24) }
}

extension Value {
    fileprivate var texts: [String: String] { (map ?? [:]).compactMapValues(\.text) }
}

extension DemoPerson {
    /// In the language of the person, else in Chinese.
    func said<Words>(_ texts: [String: Words]) -> Words? {
        texts[locale == "en" ? "en" : "zh"] ?? texts["zh"]
    }
}
