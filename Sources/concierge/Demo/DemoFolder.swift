import ConciergeCore
import Knowledge
import Threads
import Unix

/// Where the demo's files lie: the shop as it is copied, and what its customers are made of.
struct DemoFolder {
    let path: String

    init(path: String) { self.path = path }

    /// `$CONCIERGE_DEMO`, else what lies beside the program.
    init() throws {
        let home = Files.folder(of: Environment.executable)
        let folders =
            Environment["CONCIERGE_DEMO"].map { [$0] } ?? [
                Files.join(Files.folder(of: home), "lib/concierge/demo"), Files.join(home, "demo"),
            ]
        guard let found = folders.first(where: { Files.isFolder(Files.join($0, "shop")) }) else {
            throw Failure(
                "\(folders[0]): the demo's files are not there; run scripts/build, or name their folder in $CONCIERGE_DEMO"
            )
        }
        path = found
    }

    private var shop: String { Files.join(path, "shop") }

    /// What a new shop begins with.
    func templates() throws -> [Template] {
        try Files.tree(shop).map { Template(path: $0, text: try Files.text(Files.join(shop, $0))) }
    }

    /// The customers of a seed, their orders up to yesterday.
    func shop(seed: Int, day: Timestamp) throws -> DemoShop {
        DemoShop(
            stock: try DemoStock(path: Files.join(path, "stock.yaml")),
            catalogue: knowledge.products, seed: seed, today: day)
    }

    /// What the shop knows.
    var knowledge: KnowledgeBase {
        var configuration = Configuration()
        configuration.knowledge = [Files.join(shop, "knowledge")]
        var folders = KnowledgeFolders(configuration)
        return folders.read().base
    }
}

extension Timestamp {
    /// The first moment, in Shanghai, of a day: `2026-03-11`; of today when none is named.
    static func day(_ text: String?) throws(Misuse) -> Timestamp {
        let text = text ?? DemoShop.day(of: Timestamp(milliseconds: wallClockMilliseconds()))
        guard let day = DemoShop.start(of: text) else {
            throw Misuse("--day: '\(text.prefix(80))' is no day; write it as 2026-03-11")
        }
        return day
    }
}
