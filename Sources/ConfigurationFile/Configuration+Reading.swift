import ConciergeCore

extension Configuration {
    /// Takes over what the schema found good, defaults included.
    mutating func read(_ value: Value, _ problems: inout [Problem]) {
        let general = value["concierge"]
        locale = general?["locale"]?.text ?? locale
        model = general?["model"]?.text ?? model
        temperature = general?["temperature"]?.double ?? temperature
        llm = value["llm"]?.map ?? [:]
        knowledge = value.texts("knowledge").map(inFolder)
        trustedKeys = value.texts("trusted_keys")
        understanding.clarifyBelow =
            value["understanding"]?["clarify_below"]?.double ?? understanding.clarifyBelow
        understanding.servesWorse = value["understanding"]?["serve_worse"]?.bool ?? understanding.servesWorse
        if let ask = value["understanding"]?["ask"] {
            understanding.askEither = texts(ask["either"]) ?? understanding.askEither
            understanding.askOne = texts(ask["one"]) ?? understanding.askOne
        }
        understanding.answerFrom = value["understanding"]?["answer_from"]?.double ?? understanding.answerFrom
        understanding.isStrict = value["understanding"]?["strict"]?.bool ?? understanding.isStrict
        readRegistries(value["registries"])
        readServer(value["server"])
        readStore(value["store"], &problems)
        turn.deadline = value["turn"].span("deadline") ?? turn.deadline
        turn.skillDeadline = value["turn"].span("skill_deadline") ?? turn.skillDeadline
        turn.join = value["turn"].span("join") ?? turn.join
        turn.mode = value["turn"]?["mode"]?.text.flatMap(Turn.Mode.init) ?? turn.mode
        turn.fallback = Localized((value["turn"]?["fallback"]?.map ?? [:]).compactMapValues(\.text))
        handoff.returnsAfter = value["handoff"].span("returns_after") ?? handoff.returnsAfter
        readHours(value["business_hours"], &problems)
        readSkills(value["skills"], &problems)
        readChannels(value["channels"], &problems)
        readAgents(value["agents"], &problems)
        readWebhooks(value["webhooks"])
        if model != Self.embeddedModel { problems.append(unaskedModel) }
    }

    private var unaskedModel: Problem {
        Problem(
            .warning, at: sources.place(of: .root / "concierge" / "model"),
            "model '\(model)' has no effect in this version: no language model is asked yet; write 'embedded'"
        )
    }

    private func inFolder(_ path: String) -> String {
        path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
    }

    private mutating func readRegistries(_ value: Value?) {
        func place(_ text: String) -> String { text.contains("://") ? text : inFolder(text) }
        registries = (value?.list ?? []).compactMap { entry in
            guard let url = entry.text ?? entry["url"]?.text else { return nil }
            return Registry(
                url: place(url), key: entry["key"]?.text,
                kind: entry["kind"]?.text.flatMap(Registry.Kind.init),
                mirrors: entry.texts("mirrors").map(place))
        }
    }

    private mutating func readServer(_ value: Value?) {
        server.host = value?["host"]?.text ?? server.host
        server.port = value?["port"]?.int.map(Int.init) ?? server.port
        server.hosts = value?.texts("hosts") ?? []
        server.publicURL = value?["public_url"]?.text
        server.maximumBody = value?["max_body"]?.int.map(Int.init) ?? server.maximumBody
        if let certificate = value?["tls"]?["certificate"]?.text, let key = value?["tls"]?["key"]?.text {
            server.tls = Server.TLS(certificate: inFolder(certificate), key: inFolder(key))
        }
    }

    private mutating func readStore(_ value: Value?, _ problems: inout [Problem]) {
        let text = value?.text ?? value?["location"]?.text
        store.location = text.flatMap(Store.Location.init) ?? store.location
        if case .sqlite(let path) = store.location { store.location = .sqlite(path: inFolder(path)) }
        if case .postgresql = store.location {
            problems.append(
                Problem(
                    at: sources.place(of: .root / "store"),
                    "'store' names PostgreSQL, which this version does not speak; write sqlite:PATH"))
        }
        let traces = value?["traces"]
        store.traceDetail = traces?["detail"]?.text.flatMap(Store.TraceDetail.init) ?? store.traceDetail
        store.keepsTracesFor = traces.span("keep") ?? store.keepsTracesFor
    }

    private mutating func readHours(_ value: Value?, _ problems: inout [Problem]) {
        businessHours.timezone = value?["timezone"]?.text ?? businessHours.timezone
        var days = (value?.map ?? [:]).filter { $0.key != "timezone" }
        for (name, ranges) in days {
            guard let dates = BusinessHours.dates(named: name) else { continue }
            days[name] = nil
            for day in dates { businessHours.special[day] = ranges.text.flatMap(ClockRange.list) ?? [] }
        }
        guard !days.isEmpty else { return }
        businessHours.days = Array(repeating: [], count: 7)
        for (name, ranges) in days.sorted(by: { $0.key < $1.key }) {
            guard let indices = BusinessHours.days(named: name) else {
                problems.append(
                    Problem(
                        at: sources.place(of: .root / "business_hours" / name, isKey: true),
                        "'\(name)' names no days; write mon, sat-sun, mon,wed or 2026-10-01"))
                continue
            }
            for index in indices { businessHours.days[index] = ranges.text.flatMap(ClockRange.list) ?? [] }
        }
    }

    private mutating func readSkills(_ value: Value?, _ problems: inout [Problem]) {
        for (index, entry) in (value?.list ?? []).enumerated() {
            guard let name = entry.text ?? entry["name"]?.text else { continue }
            let pointer = Pointer.root / "skills" / index
            var skill = SkillEntry(
                name: SkillName(name), place: sources.place(of: pointer), configPointer: pointer / "config")
            skill.config = entry["config"] ?? [:]
            if skill.config == .null { skill.config = [:] }
            skill.isolation = entry["isolation"]?.text.flatMap(Isolation.init)
            skill.onFailure = entry["on_failure"]?.text.flatMap(Manifest.Failure.init)
            skill.isEnabled = entry["enabled"]?.bool ?? true
            if skill.isEnabled, let isolation = skill.isolation, isolation != .inProcess {
                problems.append(.later(isolation, at: sources.place(of: pointer / "isolation")))
            }
            if let first = skills.first(where: { $0.name == skill.name }) {
                problems.append(
                    Problem(
                        at: skill.place,
                        "skill '\(name)' was already named at line \(first.place.line); remove one of them"))
            } else {
                skills.append(skill)
            }
        }
    }

    private mutating func readAgents(_ value: Value?, _ problems: inout [Problem]) {
        for (index, entry) in (value?.list ?? []).enumerated() {
            guard let id = entry["id"]?.text else { continue }
            if agents.contains(where: { $0.id == id }) {
                problems.append(
                    Problem(
                        at: sources.place(of: .root / "agents" / index),
                        "agent '\(id)' was already named; remove one of them"))
                continue
            }
            agents.append(
                AgentEntry(
                    id: id, name: entry["name"]?.text ?? id, competences: entry.texts("competences"),
                    capacity: entry["capacity"]?.int ?? 4))
        }
    }

    private mutating func readWebhooks(_ value: Value?) {
        webhooks = (value?.list ?? []).compactMap { entry in
            guard let url = entry["url"]?.text, let secret = entry["secret"]?.text else { return nil }
            return Webhook(
                url: url, events: entry.texts("events"), secret: secret,
                allowedNetworks: entry.texts("allowed_networks"))
        }
    }
}

extension Value {
    fileprivate func texts(_ key: String) -> [String] { self[key]?.list?.compactMap(\.text) ?? [] }
}

extension Value? {
    fileprivate func span(_ key: String) -> Duration? { self?[key]?.text.flatMap(Duration.init(span:)) }
}

/// Sentences by language.
private func texts(_ value: Value?) -> Localized? {
    value?.map.map { Localized($0.compactMapValues(\.text)) }
}
