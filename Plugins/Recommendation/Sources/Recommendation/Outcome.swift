/// What becomes of an offer: the states of `offers` in skill.yaml.
public enum Outcome: String, Sendable, CaseIterable {
    case made, clicked, asked, accepted, declined, expired

    /// Whether nothing more is expected of it; who took one product may take the next.
    public var isFinal: Bool { self == .declined || self == .expired }

    /// What may follow, as skill.yaml says too.
    public static let transitions: [String: [String]] = [
        "made": ["clicked", "asked", "accepted", "declined", "expired"],
        "clicked": ["accepted", "declined", "expired"],
        "asked": ["accepted", "declined", "expired"],
        "expired": ["accepted"], "accepted": [], "declined": [],
    ]

    public func mayBecome(_ next: Outcome) -> Bool {
        Self.transitions[rawValue]?.contains(next.rawValue) ?? false
    }
}

extension Memory {
    /// What a message says of an offer still open.
    public struct Reaction: Sendable, Equatable {
        public var offer: Open
        public var outcome: Outcome
        /// The product it is about.
        public var product: String?
        public var because: String
    }

    public func reaction(to moment: Moment, _ rules: Rules) -> Reaction? {
        if let words = declining(moment, rules), let offer = pending(moment, rules) {
            return Reaction(offer: offer, outcome: .declined, because: "they said '\(words)'")
        }
        for offer in open.reversed() where offer.outcome == .made {
            if let place = offer.actions.firstIndex(of: moment.text), place < offer.products.count {
                return Reaction(
                    offer: offer, outcome: .clicked, product: offer.products[place],
                    because: "they tapped '\(moment.text)'")
            }
            if let product = moment.products.first(where: offer.products.contains) {
                return Reaction(
                    offer: offer, outcome: .asked, product: product, because: "they asked about \(product)")
            }
        }
        return nil
    }

    /// The newest offer of a product that was bought.
    func offer(of product: String) -> Open? { open.last { $0.products.contains(product) } }
}
