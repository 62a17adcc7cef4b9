import ConciergeCore
import Testing

@testable import Knowledge
@testable import Language

/// How much of what is typed badly is understood as if it were typed well; `docs/decisions.md` has the rates.
@Suite struct PerturbedTests {
    private static let starter = StarterIntents(
        folder: #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/knowledge")
    private static let model = IntentMaking(starter: starter, files: []).model(quickly: true)
    private static let ordinary = starter.files.flatMap(\.examples).map(\.text)

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
        letters | where is my order | whre is my odrer; where is my roder; hwere is my order
        letters | how much is it | hwo mcuh is it; how muhc is it; how umch is it
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
        pinyin | 订单到哪了 | dingdan dao na le; dingdan daonale; dingdandaonale
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
        one letter | P001 | 工业机人; 工业器机人; 工业机器入; 我要工机器人; 工业器人多少钱
        one letter | P003 | 视觉传器; 视觉感传器; 觉视传感器
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

    /// Names made of what buyers say anyway.
    private static let strange = ProductNames(
        """
        工业机器人 售后服务包 发票打印机 物流跟踪器 订单管理系统 报价管理软件 技术支持服务 安装调试服务 培训服务套餐 退货管理柜 现货展示架 优惠券打印机 客服工作台 质保延长服务 合同管理系统 多少钱计数器 什么时候提醒器 怎么办指南
        你们公司台历 能不能测试仪 我要下单神器 有没有现货牌 可以便宜点机 请问一下铃 发货时间表 开发票助手 保修期查询机 人工客服台 投诉电话机 使用说明书 最新产品册 安装师傅包 大概多久钟 联系方式卡 公司地址牌 质量问题箱 产品介绍册
        价格优惠卡 技术参数表 交货日期牌 尽快回复器 不满意按钮
        """.split(whereSeparator: \.isWhitespace).enumerated().map {
            .init(id: "Q\($0.offset)-\($0.offset)X", name: String($0.element))
        })

    @Test func `a sentence of every day names no product by a slip`() {
        let found = Self.ordinary.filter { text in
            ProductScan(Self.strange, Passage(FoldedText(text), of: text)).hits.contains {
                $0.confidence < 0.9 && $0.confidence > ProductScan.headConfidence
            }
        }
        #expect(Self.ordinary.count > 1000)
        #expect(found == [])
    }

    @Test func `a sentence of every day is hardly ever respelled`() {
        let respelled = Self.ordinary.filter { text in
            let text = FoldedText(text)
            return text.respelled != text
        }
        #expect(respelled.count * 200 <= Self.ordinary.count)
    }

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
