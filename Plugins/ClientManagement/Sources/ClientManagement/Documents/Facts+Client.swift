internal import SkillKit

extension Facts {
    mutating func addClient() {
        let client = review.client
        set("client", client.label)
        set("customer", client.id)
        set("today", format.calendar.text(now))
        set("default_owner", settings.texts.text("default_owner", locale))
        let owner = review.owner.map { person($0) }
        set("owner", owner)
        // Nobody signs with the name of an office.
        set(
            "hello",
            settings.texts.text(owner == nil ? "hello_unsigned" : "hello", locale, ["owner": owner ?? ""]))
        if let stage = settings.model.stage(client.stage) {
            set("stage", stage.name.text(locale))
            set("stage_purpose", stage.purpose.text(locale))
        }
        set("stage_since", format.calendar.text(client.stageSince))
        if let cadence = review.cadence {
            set("cadence", cadence.name.text(locale))
            set("rhythm", cadence.rhythm.text(locale))
            set("cadence_days", String(cadence.days))
        }
        let channel = review.records.contact.channel.map { settings.texts.word("channels", $0, locale) }
        set("channel", client.entries["channel"] ?? channel)
        set("type", client.entries["type"] ?? derivedType)
        if let renewal = client.renewal {
            set("renewal_at", format.calendar.text(renewal))
            set("days_to_renewal", String(max(0, Calendar.days(from: now, to: renewal))))
        }
        if let quiet = review.quiet {
            set("silence_days", String(quiet))
            set("last_contact", format.calendar.text(Calendar.adding(days: -quiet, to: now)))
        }
        let missing = Client.entryNames.filter { single[$0] == nil }
            .map { settings.texts.word("entries", $0, locale) }
        set("missing", list: Array(missing.prefix(6)))
        // What only the client can tell; nobody asks a client for our own promises.
        let asked = settings.texts.groups["asked"] ?? [:]
        let open = Client.entryNames.filter { asked[$0] != nil && single[$0] == nil }
        set("asked", list: open.prefix(5).map { settings.texts.word("asked", $0, locale) })
        set(review.isNewcomer(settings.rules) ? "newcomer" : "acquaintance", client.label)
    }

    /// From the records, when staff entered none: `VIP、汽车零部件、老客户`.
    private var derivedType: String? {
        let records = review.records
        let kind = records.profile["type"]?.text ?? (records.orders.isEmpty ? "new" : "existing")
        let texts = settings.texts
        let industry = records.profile["industry"]?.text ?? records.customer["industry"]
        let known = [
            records.tier.map { texts.word("tiers", $0, locale) },
            industry.map { texts.word("industries", $0, locale) },
        ].compactMap(\.self)
        guard !known.isEmpty || !records.orders.isEmpty else { return nil }
        return texts.list(known + [texts.word("tiers", kind, locale)], locale)
    }

    mutating func addRecords() {
        let records = review.records
        if !records.orders.isEmpty {
            set(
                "orders",
                settings.texts.text(
                    "orders", locale,
                    ["paid": String(records.orders.count), "amount": Format.amount(records.yearAmount)]))
            set("history", single["orders"])
        }
        set("products", list: products(records.orders.reversed().map(\.product)))
        set("products_or_none", single["products"] ?? settings.texts.text("unknown", locale))
        set("delivered", single["delivering"] ?? single["products"])
        set("wanted", records.leads.lazy.compactMap(\.summary).first)
        set("offers_accepted", list: products(records.acceptedOffers))
        let preferences = records.profile["preferences"].flatMap { [String]($0) } ?? []
        set("preferences", list: preferences)
        set("intake", list: ["industry", "purchase_scale", "role"].compactMap { records.profile[$0]?.text })
        addProgress()
    }

    private mutating func addProgress() {
        let records = review.records
        if !records.surveys.isEmpty {
            let mean = Double(records.surveys.reduce(0) { $0 + $1.score }) / Double(records.surveys.count)
            let values = ["mean": Format.decimal(mean), "count": String(records.surveys.count)]
            set("satisfaction", settings.texts.text("satisfaction", locale, values))
        }
        let shipped = records.orders.count { $0.shipped != nil }
        let resolved = records.tickets.count(where: \.isSettled)
        if shipped + resolved > 0 {
            let values = ["shipped": String(shipped), "resolved": String(resolved)]
            set("momentum", settings.texts.text("momentum", locale, values))
        }
        set("happened", single["momentum"] ?? single["orders"])
        let days = settings.rules.signals["falling_orders"]?.int("days") ?? 0
        let (current, before) = (records.paid(from: 0, to: days), records.usual(in: days))
        if current + before > 0 {
            set("trend_days", String(days))
            set("amount_now", Format.amount(current))
            set("amount_before", Format.amount(before))
        }
    }

    /// Their names, each once, five at most.
    private func products(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(5).map { names[$0] ?? $0 }
    }
}
