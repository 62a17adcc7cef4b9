internal import Glibc
internal import Recommendation
internal import SkillKit

/// One conversation, from the buyer's side.
struct Dialogue {
    private let buyer: Buyer
    private let number: Int
    private let market: Market
    private let assumptions: Assumptions
    /// What is said comes from dice of its own: every policy hears the same until it speaks.
    private var speech: Dice
    private var answers: Dice
    private let order: Double

    private var turn = 0
    private var offers = 0
    private var heard: Set<String> = []
    private var taken: [Product] = []
    private var items = 0
    private var annoyance = 0.0
    private var saidNo = false
    /// What is said of the last offer in the next turn.
    private var reaction: (no: Bool, about: String?) = (false, nil)

    init(_ buyer: Buyer, seed: Int, number: Int, _ market: Market, _ assumptions: Assumptions) {
        (self.buyer, self.number, self.market, self.assumptions) = (buyer, number, market, assumptions)
        speech = Dice(seed, 6, number)
        answers = Dice(seed, 7, number)
        var last = Dice(seed, 8, number)
        order = last.share()
    }

    var goesOn: Bool { turn < buyer.stays && !isAnnoyed }
    private var isAnnoyed: Bool { annoyance > buyer.tolerance }

    mutating func next() -> Moment {
        turn += 1
        var moment = Moment(
            conversation: "\(number)", turn: turn,
            at: Timestamp(milliseconds: Int64(number) * 86_400_000 + Int64(turn) * 60_000))
        (moment.topic, moment.intents) = (topic(), [intent()])
        if moment.intents == ["complaint"] { moment.sentiment = -0.6 }
        moment.declining = reaction.no ? "no thanks" : nil
        moment.products = reaction.about.map { [$0] } ?? []
        reaction = (false, nil)
        return moment
    }

    private mutating func topic() -> String? {
        let (dice, other) = (speech.share(), speech.below(6))
        if dice < assumptions.onTopic { return buyer.product.name }
        return dice < assumptions.onTopic + assumptions.unknownTopic ? nil : "category \(other)"
    }

    private mutating func intent() -> String {
        let any = ["product_inquiry", "price_inquiry", "delivery_inquiry", "discount_inquiry"][
            speech.below(4)]
        if turn == buyer.complainsAt { return "complaint" }
        if turn == buyer.ordersAt { return "purchase" }
        return buyer.hasProblem ? "technical_support" : any
    }

    /// The products taken of an offer.
    mutating func hear(_ offer: [Product]) -> [Product] {
        let useful = offer.filter { buyer.needs($0, market, assumptions) }
        annoyance += annoyance(of: offer, isUseful: !useful.isEmpty)
        // Who was not ready for it may be later; nobody takes a thing twice.
        let bought = offer.filter { !taken.contains($0) && buyer.takes($0, at: turn, market, assumptions) }
        offers += 1
        items += offer.count
        heard.formUnion(offer.map(\.id))
        taken += bought
        let (no, asks) = (answers.share(), answers.share())
        if bought.isEmpty {
            reaction.no = useful.isEmpty && no < assumptions.saysNo
            saidNo = saidNo || reaction.no
        }
        if !reaction.no, asks < assumptions.asksBack { reaction.about = useful.first?.id }
        return bought
    }

    private func annoyance(of offer: [Product], isUseful: Bool) -> Double {
        let rates = assumptions.annoyance
        var sum = rates.offer + rates.another * Double(offers)
        if buyer.isEarly(turn) { sum += rates.early }
        if !isUseful { sum += rates.useless }
        if offer.contains(where: { heard.contains($0.id) }) { sum += rates.repeated }
        if saidNo { sum += rates.declined }
        if buyer.hasProblem || buyer.complainsAt.map({ turn >= $0 }) ?? false { sum += rates.trouble }
        return sum
    }

    /// What comes of it: the order they came for, less likely the more they were annoyed, and what they took besides.
    mutating func close(_ figures: inout Figures) {
        let worn = pow(min(1, annoyance / buyer.tolerance), assumptions.wear)
        let kept = 1 - assumptions.lostToAnnoyance * worn
        let orders = buyer.ordersAt != nil && !isAnnoyed && order < kept
        let fromOffers = taken.reduce(0) { $0 + ($1.price ?? 0) * Double(buyer.quantity) }
        figures.conversations += 1
        figures.offers += Double(offers)
        figures.items += Double(items)
        figures.taken += Double(taken.count)
        figures.annoyance += annoyance
        figures.left += isAnnoyed ? 1 : 0
        figures.fromOffers += fromOffers
        figures.revenue += fromOffers + (orders ? (buyer.product.price ?? 0) * Double(buyer.quantity) : 0)
    }
}
