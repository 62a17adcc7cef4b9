internal import Recommendation
internal import SkillKit

/// What a policy did in one run.
struct Figures {
    var conversations = 0.0
    var offers = 0.0
    var items = 0.0
    var taken = 0.0
    var annoyance = 0.0
    var left = 0.0
    var fromOffers = 0.0
    var revenue = 0.0
}

/// Buyers who talk to one policy.
struct Simulation {
    let assumptions: Assumptions
    let market: Market
    let seed: Int

    init(seed: Int, _ assumptions: Assumptions) {
        (self.seed, self.assumptions) = (seed, assumptions)
        market = Market(seed: seed, assumptions)
    }

    func run(_ policy: any Policy, conversations: Int) -> Figures {
        var policy = policy
        var figures = Figures()
        for number in 0..<conversations { converse(number, &policy, &figures) }
        return figures
    }

    private func converse(_ number: Int, _ policy: inout any Policy, _ figures: inout Figures) {
        let buyer = Buyer(seed: seed, number: number, market, assumptions)
        var dialogue = Dialogue(buyer, seed: seed, number: number, market, assumptions)
        policy.greet(
            Guest(
                number: number, lastProduct: buyer.last?.id,
                industry: buyer.isIndustryKnown ? buyer.industry : nil))
        while dialogue.goesOn {
            let offer = policy.offer(dialogue.next())
            guard !offer.isEmpty else { continue }
            policy.learn(taken: dialogue.hear(offer))
        }
        dialogue.close(&figures)
    }
}
