import SkillKit

/// What of a profile no other skill needs, so that a message that says nothing new asks the store for nothing.
struct Card: Sendable, Equatable {
    /// How many messages there were when the document was written.
    var saved = 0
    var rebuilt = 0
    var totalsAt: Timestamp?
    var paidOrders = 0
    var amount = 0.0
    var pins: [String] = []
    /// Numbers and addresses that are known.
    var contacts: [String] = []
    /// Products that were asked for since.
    var interests: [String: Int] = [:]

    init(_ profile: Profile) {
        saved = profile.messageCount
        rebuilt = profile["rebuilt_at"]?.int.map(Int.init) ?? 0
        totalsAt = profile["totals_at"]?.time
        paidOrders = profile["paid_orders"]?.int.map(Int.init) ?? 0
        amount = profile["amount_12m"]?.double ?? 0
        pins = Profile.stated.filter(profile.isPinned)
        contacts = [profile["phone"], profile["email"]].compactMap { $0?.text }
    }

    init?(_ value: Value) {
        guard let map = value.map else { return nil }
        saved = map["saved"]?.int.map(Int.init) ?? 0
        rebuilt = map["rebuilt"]?.int.map(Int.init) ?? 0
        totalsAt = map["totals_at"]?.time
        paidOrders = map["paid_orders"]?.int.map(Int.init) ?? 0
        amount = map["amount_12m"]?.double ?? 0
        pins = map["pins"]?.list?.compactMap(\.text) ?? []
        contacts = map["contacts"]?.list?.compactMap(\.text) ?? []
        interests = (map["interests"]?.map ?? [:]).compactMapValues { $0.int.map(Int.init) }
    }

    var value: [String: Value] {
        var map: [String: Value] = [
            "saved": .int(Int64(saved)), "rebuilt": .int(Int64(rebuilt)),
            "paid_orders": .int(Int64(paidOrders)), "amount_12m": .double(amount),
        ]
        map["totals_at"] = totalsAt.map(Value.time)
        if !pins.isEmpty { map["pins"] = pins.value }
        if !contacts.isEmpty { map["contacts"] = contacts.value }
        if !interests.isEmpty { map["interests"] = interests.value }
        return map
    }
}
