import Testing

@testable import Language

/// What a text costs must not depend on how many names there are; each product has two, its own and its id.
@Suite struct ManyNamesTests {
    private static let makes = ["工业", "协作", "焊接", "码垛", "喷涂", "检测", "搬运", "装配", "打磨", "切割"]
    private static let kinds = ["机器人", "机械臂", "工作站", "控制器", "传感器", "减速机", "伺服电机", "变频器", "输送线", "视觉系统"]
    private static let latin = [
        "Robot", "Welder", "Gripper", "Sensor", "Drive", "Camera", "Conveyor", "Feeder", "Spindle", "Servo",
    ]

    private static func catalogue(_ count: Int) -> ProductNames {
        ProductNames(
            (0..<count).map { number in
                let make = makes[number % 10] + kinds[number / 10 % 10]
                let name =
                    number % 2 == 0 ? "\(make)\(number)型" : "\(latin[number / 20 % 10]) Series \(number)"
                return .init(id: "SKU-\(number)", name: name, category: kinds[number / 10 % 10])
            })
    }

    private static let few = catalogue(100)
    private static let many = catalogue(50_000)

    private static let texts = [
        "我想了解一下工业机器人0型和SKU-31的价格，大概要50台", "公业机器人0型", "How much is the Robbot Series 1 and SKU 31?",
        "gongye jiqiren 0 xing", "plain words without any product in them at all",
    ]

    @Test(arguments: texts)
    func `finds the same among 100,000 names as among 200`(text: String) {
        let passage = Passage(FoldedText(text), of: text)
        let small = ProductScan(Self.few, passage).candidates
        #expect(small == ProductScan(Self.many, passage).candidates)
    }

    @Test(arguments: texts)
    func `looks at few nodes whatever the size of the catalogue`(text: String) {
        let passage = Passage(FoldedText(text), of: text)
        let small = ProductScan(Self.few, passage).visited
        let large = ProductScan(Self.many, passage).visited
        #expect(large <= 40 * passage.count)
        #expect(large <= 8 * small + 40 * passage.count)
    }

    @Test func `keeps fewer nodes than the names have scalars`() {
        #expect(Self.many.names.trie.nodeCount < 400_000)
        #expect(Self.many.heads.isEmpty)
    }

    @Test func `what a long text costs grows with its length only`() {
        let sentence = "Robbot Serie 49999 gongye jiqi 工业机器人12型 SKU-47777 servo, "
        let costs = [10, 100].map { count in
            let text = String(repeating: sentence, count: count)
            return ProductScan(Self.many, Passage(FoldedText(text), of: text)).visited
        }
        #expect(costs[1] <= 11 * costs[0])
    }

    @Test func `a name of hundreds of products is found without listing them all`() throws {
        let names = ProductNames((0..<500).map { .init(id: "A\($0)x", name: "控制柜") })
        let entity = try #require(EntityReader(catalogue: names).read("控制柜").first)
        guard case .products(let products) = entity.value else { return #expect(Bool(false)) }
        #expect(products.count == 16)
        #expect(products.first == .init(id: "A0x", name: "控制柜"))
    }
}
