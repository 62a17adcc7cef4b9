import Testing

@testable import Language

@Suite struct OverlapTests {
    @Test func `the longest reading counts`() {
        let kept = resolved([.init(.quantity, 0..<3, .text("a")), .init(.industry, 2..<8, .text("b"))])
        #expect(kept == ["industry 2..<8"])
    }

    @Test(arguments: [
        (Entity.Kind.phone, Entity.Kind.quantity), (.money, .quantity), (.product, .specification),
        (.product, .order),
        (.date, .quantity), (.specification, .quantity), (.order, .quantity), (.email, .company),
        (.company, .place),
        (.person, .industry), (.phone, .order), (.place, .industry),
    ])
    func `of equally long ones one kind counts`(stronger: Entity.Kind, weaker: Entity.Kind) {
        #expect(
            resolved([.init(weaker, 0..<4, .text("w")), .init(stronger, 0..<4, .text("s"))]) == [
                "\(stronger) 0..<4"
            ])
        #expect(
            resolved([.init(stronger, 0..<4, .text("s")), .init(weaker, 0..<4, .text("w"))]) == [
                "\(stronger) 0..<4"
            ])
    }

    @Test func `of one kind the surer counts, then the first`() {
        let readings: [Candidate] = [
            .init(.place, 1..<3, .text("second")), .init(.place, 0..<2, .text("guessed"), confidence: 0.5),
            .init(.place, 0..<2, .text("sure")), .init(.place, 4..<6, .text("apart")),
        ]
        #expect(Overlaps.resolved(readings, count: 8).map(\.value) == [.text("sure"), .text("apart")])
    }

    @Test func `every kind has its place in the order`() {
        #expect(Set(Overlaps.order) == Set(Entity.Kind.allCases))
        #expect(Overlaps.order.count == Entity.Kind.allCases.count)
    }

    @Test(arguments: Row.table(texts))
    func `decides in texts`(row: Row) {
        let found = EntityReader(catalogue: .sample).read(row.text).map { "\($0.kind) \($0.text)" }
        #expect(found == row.expected)
    }

    private static let texts = """
        RS485接口 => specification RS485
        我要50台工业机器人，预算500万 => quantity 50台; product 工业机器人; money 500万
        电话13800138000 => phone 13800138000
        XR-200要3台 => product XR-200; quantity 3台
        不到5000元 => money 不到5000元
        苏州汽车零部件有限公司 => company 苏州汽车零部件有限公司
        IP65控制柜 => product IP65控制柜
        西门子PLC => product 西门子PLC
        上海的工业机器人 => place 上海; product 工业机器人
        视觉传感器厂家 => product 视觉传感器
        我是苏州红星机械厂的王经理 => company 苏州红星机械厂; person 王经理
        """

    private func resolved(_ candidates: [Candidate]) -> [String] {
        Overlaps.resolved(candidates, count: 10).map { "\($0.kind) \($0.range)" }
    }
}
