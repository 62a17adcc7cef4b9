import ConciergeCore
import Testing

@testable import Knowledge

@Suite struct CatalogueTests {
    private static let catalogue: Catalogue = {
        func product(
            _ id: String, _ name: String, _ aliases: [String], _ change: (inout Product) -> Void = { _ in }
        ) -> Product {
            var product = Product(id: id, name: Localized(plain: name), place: Place(file: "p.yaml"))
            product.aliases = aliases
            change(&product)
            return product
        }
        return Catalogue([
            product("P001", "工业机器人", ["机器人", "industrial robot", "R6"]) {
                $0.industries = ["汽车", "电子"]
                $0.category = "机器人"
            },
            product("P002", "视觉检测系统", ["arm"]) { $0.industries = ["电子"] },
            product("P003", "清洁机器人", []) {
                $0.isOnSale = false
                $0.category = "机器人"
            },
        ])
    }()

    @Test(arguments: [
        ("P002", ["P002"]), ("p002", ["P002"]), ("机器人", ["P001"]), ("INDUSTRIAL  ROBOT", ["P001"]),
        ("工業機器人", ["P001"]), ("工业机器人和视觉检测系统多少钱", ["P001", "P002"]), ("清洁机器人多少钱", ["P003"]),
        ("the r6 please", ["P001"]), ("R61", []), ("it is harmless", []), ("检测", ["P002"]), ("测", []),
        ("", []),
        ("你好", []), ("P001、P003 的交期", ["P001", "P003"]),
    ])
    func `a text names products`(text: String, ids: [String]) {
        #expect(Self.catalogue.find(text, limit: 5).map(\.id) == ids)
    }

    @Test func `no more are named than were asked for`() {
        #expect(Self.catalogue.find("P001 P002 P003", limit: 2).count == 2)
        #expect(Self.catalogue["P003"]?.name.texts == ["zh": "清洁机器人"])
        #expect(Self.catalogue["P9"] == nil)
    }

    @Test func `a list is filtered, and its pages follow each other`() throws {
        func page(_ change: (inout ProductQuery) -> Void) -> Page<Product>? {
            var query = ProductQuery()
            change(&query)
            return Self.catalogue.page(query)
        }
        #expect(page { $0.industry = "電子" }?.items.map(\.id) == ["P001", "P002"])
        #expect(page { $0.category = "机器人" }?.items.map(\.id) == ["P001", "P003"])
        #expect(page { $0.isOnSale = false }?.items.map(\.id) == ["P003"])
        let first = try #require(page { $0.limit = 2 })
        #expect(first.items.map(\.id) == ["P001", "P002"] && first.next == "P002")
        let second = try #require(page { ($0.limit, $0.cursor) = (2, first.next) })
        #expect(second.items.map(\.id) == ["P003"] && second.next == nil)
        #expect(page { $0.cursor = "P9" } == nil)
        #expect(page { ($0.limit, $0.category) = (1, "机器人") }?.next == "P001")
        #expect(page { ($0.limit, $0.isOnSale) = (2, true) }?.next == nil)
    }
}
