@testable import Recommendation
import SkillKit
import Testing

@Suite struct SelectionTests {
    private let shelf = Counter(
        products: [
            Product(id: "P1", name: "机器人", category: "设备", related: ["P2", "P3", "P4"], industries: ["汽车"]),
            Product(id: "P2", name: "视觉", category: "配件", industries: ["汽车"]),
            Product(id: "P3", name: "夹爪", category: "配件"),
            Product(id: "P4", name: "旧控制器", category: "配件", isOnSale: false),
            Product(id: "P5", name: "光幕", category: "传感器", industries: ["汽车"]),
        ], sold: ["P5", "P2", "P1"])

    private func choice(
        _ trigger: Timing.Trigger = .topic, _ change: (inout Selection.Customer) -> Void
    ) throws -> Selection.Choice? {
        var customer = Selection.Customer()
        change(&customer)
        return try selection(for: trigger).choice(for: customer, from: shelf)
    }

    private func ids(_ choice: Selection.Choice?) -> [String]? { choice?.candidates.map(\.product.id) }

    @Test func `what goes with the last order comes first, and only what is on sale`() throws {
        let choice = try choice { ($0.lastProduct, $0.industry, $0.topic) = ("P1", "汽车", "光幕") }
        #expect(choice?.source == .related)
        #expect(choice?.anchor == "机器人")
        #expect(ids(choice) == ["P2", "P3"])
        #expect(choice?.because == "goes with 机器人, their last order")
    }

    @Test func `what was bought or offered is not offered`() throws {
        #expect(try ids(choice { ($0.lastProduct, $0.bought, $0.offered) = ("P1", ["P2"], ["P3"]) }) == nil)
    }

    @Test func `a source without anything new gives way to the next`() throws {
        let choice = try choice { ($0.lastProduct, $0.offered, $0.industry) = ("P1", ["P2", "P3"], "汽车") }
        #expect(choice?.source == .popular)
        #expect(ids(choice) == ["P5"])
    }

    @Test func `a new customer hears what sells in the industry, else what goes with the topic`() throws {
        #expect(try ids(choice { $0.industry = "汽车" }) == ["P5", "P2", "P1"])
        let product = try choice { $0.topic = "机器人" }
        #expect(product?.source == .topic)
        #expect(ids(product) == ["P2", "P3"])
        #expect(try ids(choice { $0.topic = "配件" }) == ["P2", "P3"])
    }

    @Test func `of a stranger nothing is known, and nothing is said`() throws {
        #expect(try choice { _ in } == nil)
        #expect(try choice { $0.topic = "天气" } == nil)
    }

    @Test func `who asks hears of the topic first, and of something always`() throws {
        #expect(try choice(.asked) { ($0.topic, $0.lastProduct) = ("传感器", "P1") }?.source == .topic)
        #expect(try ids(choice(.asked) { _ in }) == ["P5", "P2", "P1"])
    }

    @Test func `who asks in a shop that sold nothing hears of what is on sale`() throws {
        let shelf = Counter(products: shelf.products)
        let choice = try selection(for: .asked).choice(for: Selection.Customer(), from: shelf)
        #expect(choice?.source == .catalogue)
        #expect(ids(choice) == ["P1", "P2", "P3", "P5"])
    }

    @Test func `what is no goods is looked for nowhere`() throws {
        #expect(try choice(.asked) { $0.topic = "交期" }?.source == .bestsellers)
    }

    @Test(arguments: [(100.0, ["P2", "P3"]), (1.0, ["P3"]), (0.1, [])])
    func `unasked nothing is offered that is much dearer than what they came for`(
        dearest: Double, offered: [String]
    ) throws {
        let shelf = Counter(
            products: [
                Product(id: "P1", name: "机器人", price: 100, related: ["P2", "P3"]),
                Product(id: "P2", name: "视觉", price: 150), Product(id: "P3", name: "夹爪", price: 20),
            ])
        var customer = Selection.Customer()
        customer.topic = "机器人"
        let settings = settings("dearest", .double(dearest))
        let pushed = try selection(settings, for: .topic)
        #expect(try (ids(pushed.choice(for: customer, from: shelf)) ?? []) == offered)
        let asked = try selection(settings, for: .asked)
        #expect(try ids(asked.choice(for: customer, from: shelf)) == ["P2", "P3"])
    }

    @Test func `further reasons are counted`() throws {
        let choice = try choice { ($0.lastProduct, $0.industry, $0.topic) = ("P1", "汽车", "夹爪") }
        #expect(choice?.candidates.map(\.agreements) == [2])
    }
}
