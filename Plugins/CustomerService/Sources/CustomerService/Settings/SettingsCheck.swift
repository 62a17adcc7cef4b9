import SkillKit

/// What `concierge check` says of this skill's configuration: what cannot be meant, with the mend.
struct SettingsCheck {
    let settings: Settings
    let configuration: Value

    init(_ settings: Settings, _ configuration: Value) {
        self.settings = settings
        self.configuration = configuration
    }

    var findings: [Finding] {
        channels + routes + conditions + precedence + priorities + targets + survey + phrases + scales
            + strangers
    }

    private var channels: [Finding] {
        let platforms = settings.desk.platformChannels
        let served = Self.ownChannels
        return (configuration["channels"]?.list ?? []).enumerated().compactMap { index, channel in
            guard let name = channel.text, !platforms.contains(name), !served.contains(name) else {
                return nil
            }
            return Finding(
                "channels.\(index)",
                "no channel '\(name)'; there are \((platforms.sorted() + ["webchat", "rest"]).joined(separator: ", "))"
            )
        }
    }

    private var routes: [Finding] {
        let rules = settings.routing.rules
        var findings: [Finding] = []
        if let last = rules.firstIndex(where: \.condition.isEmpty) {
            for index in rules.indices.dropFirst(last + 1) {
                findings.append(
                    Finding(
                        "routes.\(index)",
                        "rule '\(rules[index].name)' is never reached, for '\(rules[last].name)' before it fits everything; move it up"
                    ))
            }
        } else {
            findings.append(
                Finding(
                    "routes", "a message that fits no rule goes to nobody; end with a rule whose 'when' is {}"
                ))
        }
        for (index, rule) in rules.enumerated() where settings.texts.phrases[rule.text] == nil {
            findings.append(
                Finding(
                    "routes.\(index).text", "no text '\(rule.text)'; add it under 'texts', in zh and en",
                    .error))
        }
        return findings
    }

    /// Human request over VIP over technical over everything else.
    private var precedence: [Finding] {
        let routing = settings.routing
        var findings: [Finding] = []
        if routing.human.priority <= routing.vip.priority {
            findings.append(
                Finding(
                    "human.priority",
                    "a VIP goes before who asks for a human; make it more than \(routing.vip.priority)"))
        }
        let highest = routing.rules.filter { !$0.escalates }.map(\.priority).max() ?? 0
        if routing.vip.priority <= highest {
            findings.append(
                Finding(
                    "vip.priority", "a rule under 'routes' goes before a VIP; make it more than \(highest)"))
        }
        return findings
    }

    private var priorities: [Finding] {
        settings.priority.rules.enumerated().compactMap { index, rule in
            if let least = rule.atLeast, let most = rule.atMost, least > most {
                return Finding(
                    "priority.rules.\(index).at_least",
                    "'\(least.rawValue)' is above at_most, which is '\(most.rawValue)' and wins; swap them")
            }
            guard rule.atLeast == nil, rule.atMost == nil, rule.raise == 0 else { return nil }
            return Finding(
                "priority.rules.\(index)",
                "rule '\(rule.name)' changes nothing; give it at_least, at_most or raise")
        }
    }

    private var targets: [Finding] {
        var findings: [Finding] = []
        var slower: (Priority, TicketRules.Target)?
        for priority in Priority.allCases {
            guard let target = settings.tickets.targets[priority] else { continue }
            if target.firstAnswer.duration > target.resolution.duration {
                findings.append(
                    Finding(
                        "targets.\(priority.rawValue).first_answer",
                        "\(target.firstAnswer.text) is longer than the \(target.resolution.text) until it is resolved; make it shorter"
                    ))
            }
            if let (lower, before) = slower, target.resolution.duration > before.resolution.duration {
                findings.append(
                    Finding(
                        "targets.\(priority.rawValue).resolution",
                        "'\(priority.rawValue)' has more time than '\(lower.rawValue)'; make it at most \(before.resolution.text)"
                    ))
            }
            slower = (priority, target)
        }
        return findings
    }

    private var survey: [Finding] {
        var findings: [Finding] = []
        let survey = settings.survey
        if let base = survey.base, !base.lowercased().hasPrefix("https://") {
            findings.append(
                Finding(
                    "survey.base_url",
                    "'\(base)' is not https, and whoever listens can answer for the customer; write https://")
            )
        }
        if let base = survey.base, base.contains("example.com") {
            findings.append(
                Finding(
                    "survey.base_url",
                    "'\(base)' is a placeholder; put your page, or take the line out for the host's own"))
        }
        if survey.remindAfter.duration >= survey.expires.duration {
            findings.append(
                Finding(
                    "survey.remind_after",
                    "the survey is over before the reminder; make it less than \(survey.expires.text)"))
        }
        for name in ["survey", "reminder"]
        where !(settings.texts.phrases[name]?.names.contains("url") ?? false) {
            findings.append(
                Finding(
                    "texts.\(name)", "without {url} nobody can answer; add it in zh and en", .error))
        }
        return findings
    }

    private var phrases: [Finding] {
        let all = [
            ("texts", settings.texts.phrases), ("small_talk", settings.desk.smallTalk),
            ("page", settings.page.phrases), ("notices", settings.texts.notices),
            ("spans", settings.texts.spans), ("orders.states", settings.orders.states),
        ]
        return all.flatMap { place, phrases in
            phrases.sorted { $0.key < $1.key }.flatMap { Self.faults(of: $1, named: $0, in: place) }
        }
    }

    private static func faults(of phrase: Phrase, named name: String, in place: String) -> [Finding] {
        let path = "\(place).\(name)"
        let languages = name == "separator" ? [] : phrase.missing()
        let known = (names[path] ?? []).sorted().map { "{\($0)}" }.joined(separator: ", ")
        let mend = known.isEmpty ? "take it out" : "there are \(known)"
        return languages.map { Finding(path, "'\(name)' says nothing in '\($0)'; add it") }
            + phrase.names.subtracting(names[path] ?? []).sorted().map {
                Finding(path, "'{\($0)}' is never filled; \(mend)")
            }
    }

    private var scales: [Finding] {
        ["zh", "en"].filter { settings.page.scores[$0]?.count != 5 }.map {
            Finding("page.scores.\($0)", "must be five words, from the worst to the best; write five")
        }
    }

    /// What can be filled where.
    private static let names: [String: Set<String>] = [
        "notices.escalated": ["ticket", "priority", "reason", "subject"],
        "notices.overdue": ["ticket", "priority", "reason", "subject"],
        "notices.survey_low": ["ticket", "score", "comment"], "notices.first_answer": ["target"],
        "notices.resolution": ["target"], "notices.complaints": ["count"], "notices.escalated_by": ["by"],
        "notices.set_by": ["by"], "spans.ms": ["count"], "spans.s": ["count"], "spans.m": ["count"],
        "spans.h": ["count"], "spans.d": ["count"],
        "texts.greeting_name": ["name"], "small_talk.greeting": ["name"], "small_talk.thanks": ["name"],
        "texts.closed": ["opens"], "texts.alerted_closed": ["opens"],
        "texts.opens": ["month", "day", "weekday", "time"],
        "texts.ticket": ["ticket"], "texts.your_ticket": ["ticket"],
        "texts.order": ["order", "product", "quantity", "status", "tracking"],
        "texts.order_unknown": ["order"], "texts.order_tracking": ["tracking"],
        "texts.scored": ["score"], "texts.scored_low": ["score"], "texts.scored_already": ["score"],
        "texts.ticket_again": ["ticket"], "texts.escalated_before": ["ticket"], "texts.reopened": ["ticket"],
        "texts.survey": ["url", "ticket_id", "subject"], "texts.reminder": ["url", "ticket_id", "subject"],
        "page.question": ["subject"], "page.received": ["score"], "page.already": ["score"],
    ]
}
