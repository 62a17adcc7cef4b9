import ConciergeCore
import Language
import Testing

@testable import Knowledge

/// How much of what is typed badly is understood as if it were typed well; `docs/decisions.md` has the rates.
@Suite struct PerturbedTests {
    private static let model: IntentModel = {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        return IntentMaking(starter: StarterIntents(folder: root + "/knowledge"), files: []).model(
            quickly: true)
    }()

    private static let names = ProductNames([
        .init(id: "P001", name: "工业机器人", aliases: ["industrial robot", "R6"]),
        .init(id: "P002", name: "伺服电机", aliases: ["servo motor"]),
        .init(id: "P003", name: "视觉传感器", aliases: ["vision sensor"]),
        .init(id: "P004", name: "码垛机", aliases: ["palletizer pro"]), .init(id: "P005", name: "XR-200"),
        .init(id: "P006", name: "输送带", aliases: ["conveyor belt"]),
    ])

    private func intent(_ text: String) -> String { Self.model.readMessage(FoldedText(text)).main.name }

    /// Rows are `kind | well | badly, badly, …`.
    private static func rows(_ table: String) -> [(kind: String, well: String, badly: [String])] {
        table.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map {
                String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            return (cells[0], cells[1], cells[2].split(separator: ";").map { String($0.drop { $0 == " " }) })
        }
    }

    private static let sentences = rows(
        """
        letters | how much is the robot | how mcuh is the robot; how much is teh robto; hwo much si the robot; how muhc is the robt
        letters | where is my order | were is my oder; where is my ordre; whre is my order; where si my ordder
        letters | i need an invoice | i need an invoce; i ned an invoise; i need an invocie; i nede an inovice
        letters | i want to return this | i want to retrun this; i wnat to return ths; i want to reutrn this
        letters | 机器人多少钱一台 | 机器人多少前一台; 机器人多少钱一太; 几器人多少钱一台; 机器认多少钱一台
        letters | 什么时候能发货 | 什么时侯能发货; 什么时候能发或; 什麽时候能发货; 什么时候能法货
        letters | 发票什么时候寄 | 发漂什么时候寄; 发票什么时后寄; 发票什么时候记
        letters | 我要投诉你们 | 我要头诉你们; 我要投诉泥们; 我要投素你们
        no spaces | how much is it | howmuchisit; how muchis it; howmuch is it
        no spaces | where is my order | whereismyorder; where ismyorder; whereis my order
        no spaces | how much is R6 | howmuchisR6; how much isR6; HowMuchIsR6
        no spaces | do you have a discount | doyouhave a discount; do you have adiscount; do youhave a discount
        pinyin | 多少钱 | duoshaoqian; duo shao qian; duoshao qian; Duoshaoqian?
        pinyin | 机器人多少钱 | jiqiren duoshaoqian; jiqiren duoshao qian; gongye jiqiren duoshaoqian; R6 duoshaoqian
        pinyin | 怎么开发票 | zenme kai fapiao; zenmekaifapiao; fapiao zenme kai
        pinyin | 什么时候发货 | shenme shihou fahuo; shenmeshihou fahuo; shenmeshihoufahuo
        pinyin | 我要退货 | wo yao tuihuo; woyao tuihuo; woyaotuihuo
        width, form | 什么时候能发货 | 什麼時候能發貨; 什 么 时 候 能 发 货; 什么时候能发货？？？？
        width, form | how much is it | ｈｏｗ　ｍｕｃｈ　ｉｓ　ｉｔ; HOW MUCH IS IT????; how   much\tis it
        width, form | 机器人多少钱 | 機器人多少錢; 机器人🤖多少钱💰; 机.器.人.多少钱
        fillers | 机器人多少钱 | 嗯那个就是说机器人多少钱啊; 额，机器人呢，多少钱呢; 那个那个机器人大概多少钱来着; 呃机器人多少钱哈
        fillers | 发票什么时候寄 | 嗯嗯我想问一下哈那个发票什么时候寄呀; 就是那个发票嘛什么时候寄啊
        fillers | how much is the robot | um so like how much is the robot; uh how much is the robot you know; well erm how much is the robot then
        fillers | where is my order | hmm so where is my order like; er where's my order actually
        """)

    @Test func `what is typed badly wants what it wanted`() {
        var (right, all) = (0, 0)
        for row in Self.sentences {
            let wanted = intent(row.well)
            #expect(wanted != TrainingSet.none)
            for text in row.badly {
                all += 1
                if intent(text) == wanted { right += 1 }
            }
        }
        #expect(all >= 60)
        #expect(right * 100 >= 88 * all)
    }

    private static let products = rows(
        """
        one letter | P001 | industral robot; industrial robbot; indutrial robot; 工业机器认; 公业机器人; 工业及其人
        one letter | P002 | sevro motor; servo moter; servomotr; 伺服电积; 思服电机
        one letter | P003 | vison sensor; vision sesnor; 视觉传感气; 视绝传感器
        a letter of each word | P001 | indutrial robbot; industral robt; indsutrial robto; inudstrial rovot
        a letter of each word | P006 | conveyer bellt; convyor blet; convetor betl
        a letter of each word | P004 | paletizer prro; palletiser por
        no spaces | P001 | industrialrobot; howmuchisR6; priceofR6; R6price please; doyouhaveR6
        no spaces | P005 | xr200; XR 200; needXR200; howmuchisxr200; XR200price
        no spaces | P002 | servomotor; howmuchisservomotor; servomotorprice
        pinyin | P001 | gongye jiqiren; gongyejiqiren; gong ye ji qi ren; gongyejiqirenduoshaoqian; jiqiren duoshaoqian
        pinyin | P002 | sifu dianji; sifudianji duoshaoqian; shifu dianji
        pinyin | P004 | maduoji; ma duo ji; maduoji zenmemai
        pinyin | P006 | shusongdai; shusong dai duoshao qian; shu song dai
        width, form | P001 | 工業機器人; 工 业 机 器 人; Ｒ６; ｉｎｄｕｓｔｒｉａｌ ｒｏｂｏｔ; INDUSTRIAL-ROBOT
        """)

    @Test func `a product that is typed badly is found`() {
        let reader = EntityReader(catalogue: Self.names)
        var (right, all) = (0, 0)
        for row in Self.products {
            for text in row.badly {
                all += 1
                let found = reader.read(FoldedText(text), of: text, today: Day(2026, 1, 1), minuteOfDay: 0)
                let ids = found.compactMap { entity in
                    if case .products(let products) = entity.value { products.map(\.id) } else { nil }
                }
                if ids == [[row.well]] { right += 1 }
            }
        }
        #expect(all >= 50)
        #expect(right * 100 >= 92 * all)
    }
}
