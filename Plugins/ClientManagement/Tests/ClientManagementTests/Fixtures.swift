import SkillKit
import YAML

@testable import ClientManagement

/// The package's own data, as the host hands them over.
let configuration: Value = {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let names = ["model", "rules", "texts", "checks", "documents", "page"]
    var whole: [String: Value] = [:]
    for name in names {
        let file = "/\(folder)/assets/\(name).yaml"
        guard let bytes = try? contents(of: file), let node = try? parse(bytes, file: file) else {
            preconditionFailure("\(file): cannot be read")
        }
        for (key, value) in Value(node).map ?? [:] { whole[key] = value }
    }
    return .map(whole)
}()

func settings() throws -> Settings { try Settings(configuration) }

extension Value {
    init(_ node: Node) {
        switch node.content {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .int(let number): self = .int(number)
        case .double(let number): self = .double(number)
        case .text(let text): self = .text(text)
        case .list(let items): self = .list(items.map { Value($0) })
        case .map(let entries):
            self = .map(Dictionary(entries.map { ($0.key, Value($0.value)) }) { _, last in last })
        }
    }

    /// With a value put at a path: `rules.levels`.
    func setting(_ path: String, _ value: Value) -> Value {
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        var fields = map ?? [:]
        fields[parts[0]] = parts.count == 1 ? value : (fields[parts[0]] ?? [:]).setting(parts[1], value)
        return .map(fields)
    }
}

/// 2026-03-11, 10:00 in Shanghai.
let now = Timestamp(milliseconds: 1_773_194_400_000)

func ago(_ days: Int) -> Timestamp { Calendar.adding(days: -days, to: now) }

/// A client in good order: everything entered, everything recent.
func settled() -> (client: Client, records: Records) {
    var client = Client(id: "u1", stage: "active_delivery", at: ago(60))
    client.entries = [
        "type": "年框客户", "goals": "产线换型时间减半", "success_measure": "换型低于 30 分钟", "decision_maker": "王总(生产副总)",
        "promised": "三个月内上线两台", "delivering": "两台机器人与培训", "scope_included": "安装、调试、培训",
        "scope_excluded": "产线改造", "change_process": "书面确认后执行", "timeline": "3 月装机，4 月验收", "owner": "li",
        "cadence": "project", "milestone": "首台上线",
    ]
    client.moves = [arrived(in: "active_delivery", from: "onboarding", at: ago(60))]
    client.commitments = [
        .init(id: "c1", what: "提交验收清单", who: "li", due: Calendar.adding(days: 5, to: now), done: nil)
    ]
    var records = Records(now: now)
    records.customer = ["company": "宏达<汽配>", "name": "张三", "industry": "汽车零部件", "tier": "silver"]
    records.orders = [
        .init(id: "O1", product: "P001", amount: 100_000, paid: ago(70), shipped: ago(60)),
        .init(id: "O2", product: "P002", amount: 20_000, paid: ago(20), shipped: nil),
    ]
    records.contact.last = ago(2)
    records.contact.channel = "webchat"
    return (client, records)
}

let names = ["li": "李工", "P001": "工业机器人", "P002": "机器人控制器"]

/// The same client five months on: silent, escalated, unhappy, renewal near.
func sliding() -> (client: Client, records: Records) {
    var (client, records) = settled()
    client.stage = "retention_growth"
    client.moves = [arrived(in: "retention_growth", from: "stabilization", at: ago(60))]
    client.entries["decision_maker"] = nil
    client.entries["promised"] = nil
    client.commitments = [.init(id: "c1", what: "提交验收清单", who: "li", due: ago(10), done: nil)]
    client.renewal = Calendar.adding(days: 30, to: now)
    records.orders = [
        .init(id: "O1", product: "P001", amount: 100_000, paid: ago(300), shipped: ago(290)),
        .init(id: "O2", product: "P002", amount: 20_000, paid: ago(120), shipped: ago(110)),
    ]
    records.tickets = [.init(id: "T7", status: "escalated", created: ago(50))]
    records.surveys = [.init(id: "S3", score: 2, at: ago(40))]
    records.contact.last = ago(50)
    records.contact.moods = moods([0.2, 0.1, -0.4, -0.6, -0.8])
    return (client, records)
}

/// Messages that showed these moods, one a day until yesterday.
func moods(_ values: [Double]) -> [Contact.Mood] {
    values.enumerated().map { .init(at: ago(values.count - $0), value: $1) }
}

/// A move that evidence made.
func arrived(in stage: String, from before: String, at time: Timestamp) -> Client.Move {
    Client.Move(from: before, to: stage, at: time, facts: ["paid_orders": 1], references: ["orders/O1"])
}
