import ConciergeCore
import Synchronization
import Testing
import Unix

@testable import Knowledge

@Suite struct KeeperTests {
    private static let products = "products:\n  - { id: P1, name: { zh: 机器人, en: robot }, price: 10 }\n"

    @Test func `what is served changes at once for all who ask, and observers hear what changed`() throws {
        let folder = try KnowledgeFolder(["products.yaml": Self.products])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        let heard = Mutex<[String]>([])
        keeper.observe { base, difference in
            heard.withLock { $0.append("\(base.products.count) \(difference.summary)") }
        }
        keeper.serve(folder.configuration)
        #expect(keeper.product("P1", locale: "en")?["name"] == "robot")
        #expect(keeper.products(named: "机器人多少钱", limit: 3, locale: "zh-CN").map { $0["id"] } == ["P1"])
        #expect(keeper.look()?.summary == nil)
        #expect(!keeper.isUnsettled)
        try folder.write("products.yaml", Self.products + "  - { id: P2, name: 输送线 }\n")
        #expect(keeper.look()?.summary == nil)
        #expect(keeper.isUnsettled)
        #expect(keeper.product("P2", locale: "zh-CN") == nil)
        let reading = try #require(keeper.look())
        #expect(reading.summary == "\(folder.path)/products.yaml read: products changed")
        #expect(keeper.product("P2", locale: "zh-CN")?["name"] == "输送线")
        #expect(heard.withLock { $0 } == ["1 products changed", "2 products changed"])
    }

    @Test func `a bad file is told of, and what it said stays`() throws {
        let folder = try KnowledgeFolder(["products.yaml": Self.products, "guide.md": "# A\nb\n"])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        keeper.serve(folder.configuration)
        try folder.write("products.yaml", "products: [")
        try Files.remove(folder.path + "/guide.md")
        _ = keeper.look()
        let reading = try #require(keeper.look())
        #expect(
            reading.summary
                == "\(folder.path)/guide.md gone, \(folder.path)/products.yaml kept as it was: 1 section removed"
        )
        #expect(keeper.product("P1", locale: "zh-CN") != nil)
        #expect(keeper.look()?.summary == nil)
    }

    @Test func `another configuration serves its own folders, and reads nothing twice`() throws {
        let folder = try KnowledgeFolder(["products.yaml": Self.products])
        defer { folder.remove() }
        let keeper = KnowledgeKeeper()
        #expect(keeper.serve(folder.configuration).read.count == 1)
        #expect(keeper.serve(folder.configuration).read == [])
        var other = folder.configuration
        other.knowledge = []
        #expect(keeper.serve(other).gone.count == 1)
        #expect(keeper.product("P1", locale: "zh-CN") == nil)
    }
}
