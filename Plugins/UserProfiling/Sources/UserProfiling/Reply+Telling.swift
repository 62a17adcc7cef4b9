import SkillKit

extension Reply {
    /// Lets the skills that follow know what is known: only what is another value than before.
    mutating func tell(_ profile: Profile, of customer: String, over known: Known) {
        for key in Keys.texts {
            let (text, before) = (profile[key.field]?.text, known[key.field])
            guard text != before else { continue }
            if let text { write(key, text) } else { unset(key) }
        }
        let preferences = (profile["preferences"]?.list ?? []).compactMap(\.text)
        if known.preferences != preferences { write(Keys.preferences, preferences) }
        if known.user != customer { write(Keys.user, customer) }
        if profile.messageCount != known.messageCount || known.messageCount == 0 {
            write(Keys.messageCount, profile.messageCount)
        }
        if let time = profile["last_active"]?.time { write(Keys.lastActive, time) }
        let card = Card(profile)
        if card != known.card { write(Keys.card, card.value) }
    }
}
