internal import SkillKit

/// What is known of each product, in the collection `offer_counts`.
///
/// A product's counts are kept in parts. A customer always adds to the same part, and only in turns that follow an event,
/// so no message waits for it, and two customers meet only in the same part of the same product at the same moment; then
/// the host runs the second turn again. Who ranks adds the parts up. No part belongs to a customer: who is erased
/// takes nothing out of them, and nothing in them says who added what.
struct Counts {
    static let collection = "offer_counts"

    let turn: Turn
    let shards: Int

    func tally(of product: String) throws -> Ranking.Tally {
        try turn.store.query(Self.collection, where: ["product": .text(product)], limit: shards).items
            .reduce(Ranking.Tally()) { $0 + Ranking.Tally($1) }
    }

    func add(_ tally: Ranking.Tally, to product: String, for customer: String) throws {
        // A product may be called what no document can.
        let id = "\(String(Self.hash(product), radix: 16)):\(Self.hash(customer) % UInt64(max(shards, 1)))"
        let sum = Ranking.Tally(try turn.store.get(Self.collection, id)) + tally
        try turn.store.put(
            Self.collection, id,
            [
                "product": .text(product), "made": .double(sum.made), "credit": .double(sum.credit),
                "customer": "",
            ])
    }

    /// FNV-1a: the same part in every process.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension Ranking.Tally {
    init(_ record: Record?) {
        self.init(made: record?["made"]?.double ?? 0, credit: record?["credit"]?.double ?? 0)
    }
}
