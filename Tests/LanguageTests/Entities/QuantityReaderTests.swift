import Testing

@testable import Language

@Suite struct QuantityReaderTests {
    @Test(arguments: [
        ("不足50台", ["不足50台 = ≤50 台"]),
        ("一千零一台", ["一千零一台 = 1001 台"]), ("一百零一台", ["一百零一台 = 101 台"]),
        ("一万零一件", ["一万零一件 = 10001 件"]), ("要两千零一台", ["两千零一台 = 2001 台"]),
        ("五千一台", ["一台 = 1 台"]), ("五〇台", ["五〇台 = 50 台"]), ("三〇套", ["三〇套 = 30 套"]),
        ("5万6万个", ["5万6万个 = ~50000…60000 个"]), ("三千五千件", ["三千五千件 = ~3000…5000 件"]),
        ("三五百台", ["三五百台 = ~300…500 台"]),
        ("至少10台，不超过20台", ["至少10台，不超过20台 = 10…20 台"]),
        ("至少50台，不超过20万", ["至少50台 = ≥50 台"]), ("50台不到", ["50台不到 = ≤50 台"]),
        ("两箱半", ["两箱半 = 2.5 箱"]),
        ("两台半价", ["两台 = 2 台"]),
        ("三十五六台", ["三十五六台 = ~35…36 台"]),
        ("一百台以上两百台以下", ["一百台以上 = ≥100 台", "两百台以下 = ≤200 台"]),
        ("三条产线，12个工位", []),
        ("一分钟4个", []),
        ("三天两头坏", []),
        ("三千块以内", []),
        ("三块钢板", ["三块 = 3 块"]),
        ("买10送1吗", ["10 = 10"]),
        ("用量大概3000个", ["大概3000个 = ~3000 个"]),
        ("满100台", ["100台 = 100 台"]),
        ("想买百八十台", ["百八十台 = ~80…100 台"]), ("这批货要千把个", ["千把个 = ~1000 个"]), ("先来俩", ["俩 = 2 个"]),
        ("给我仨", ["仨 = 3 个"]),
        ("廿五台", ["廿五台 = 25 台"]), ("半打手套", ["半打 = 6"]), ("一打螺丝刀多少钱", ["一打 = 12"]), ("十几套", ["十几套 = ~11…19 套"]),
        ("几十台", ["几十台 = ~20…90 台"]), ("上百台设备", ["上百台 = ~≥100 台"]), ("近千台", ["近千台 = ~1000 台"]),
        ("好几台都坏了", ["好几台 = ~3…9 台"]), ("数百件", ["数百件 = ~200…900 件"]), ("三五个就行", ["三五个 = ~3…5 个"]),
        ("十七八个", ["十七八个 = ~17…18 个"]), ("两三百台", ["两三百台 = ~200…300 台"]), ("一百二三十台", ["一百二三十台 = ~120…130 台"]),
        ("两百来台", ["两百来台 = ~200 台"]), ("三十多套", ["三十多套 = ~30…40 套"]), ("50多台", ["50多台 = ~50…60 台"]),
        ("200余件", ["200余件 = ~200…300 件"]), ("要两万五", ["两万五 = 25000"]), ("两万五千台", ["两万五千台 = 25000 台"]),
        ("一千两百三十台", ["一千两百三十台 = 1230 台"]), ("一百零五个", ["一百零五个 = 105 个"]), ("两百五十套", ["两百五十套 = 250 套"]),
        ("3万5千件", ["3万5千件 = 35000 件"]), ("1.5万件", ["1.5万件 = 15000 件"]), ("2千个", ["2千个 = 2000 个"]),
        ("贰佰伍拾台", ["贰佰伍拾台 = 250 台"]), ("５０台", ["５０台 = 50 台"]), ("我們要五十臺", ["五十臺 = 50 台"]),
        ("五十台", ["五十台 = 50 台"]),
        ("要 50 台", ["50 台 = 50 台"]), ("一台多少钱", ["一台 = 1 台"]), ("2、3台", ["2、3台 = 2…3 台"]),
        ("五、六套", ["五、六套 = 5…6 套"]),
        ("50到60台", ["50到60台 = 50…60 台"]), ("50台至60台", ["50台至60台 = 50…60 台"]),
        ("20～30只", ["20～30只 = 20…30 只"]),
        ("三到五百台", ["三到五百台 = 300…500 台"]), ("至少50台", ["至少50台 = ≥50 台"]), ("不超过100个", ["不超过100个 = ≤100 个"]),
        ("100个以内", ["100个以内 = ≤100 个"]), ("五百台以上", ["五百台以上 = ≥500 台"]), ("50+台", ["50+台 = ≥50 台"]),
        ("大概50台左右", ["大概50台左右 = ~50 台"]), ("约两百件", ["约两百件 = ~200 件"]), ("数量：50", ["50 = 50"]),
        ("先订30，看看质量", ["30 = 30"]),
        ("采购钢材50吨", ["50吨 = 50 吨"]), ("每箱24个，要10箱", ["24个 = 24 个", "10箱 = 10 箱"]),
        ("要五十台六轴机器人", ["五十台 = 50 台"]),
        ("20万一台", ["一台 = 1 台"]), ("要50机器人", ["50 = 50"]), ("《手册》50本", ["50本 = 50 本"]),
        ("一双手套两件衣服", ["一双 = 1 双", "两件 = 2 件"]),
    ])
    func `counts as Chinese buyers do`(text: String, found: [String]) {
        #expect(Facts.of(.quantity, in: text) == found)
    }

    @Test(arguments: [
        ("price for 50?", ["50 = 50"]),
        ("one and a half tons of steel", ["one and a half tons = 1.5 tons"]), ("2 kg of payload", []),
        ("at least 10, no more than 20 pcs", ["at least 10, no more than 20 pcs = 10…20 pcs"]),
        ("table for 4", []),
        ("how do I get one", []),
        ("more than one disposable card", []),
        ("one can use it", []),
        ("600mm arm", []),
        ("a trial order of 5-10 pcs", ["5-10 pcs = 5…10 pcs"]),
        ("fifty-odd units", ["fifty-odd units = ~50…60 units"]),
        ("half a dozen robots", ["half a dozen = 6"]),
        ("dozens of units", ["dozens of units = ~≥24 units"]), ("2 dozen gloves", ["2 dozen = 24"]),
        ("a couple of grippers", ["a couple of = ~2"]),
        ("a few hundred pcs", ["a few hundred pcs = ~300…500 pcs"]),
        ("two hundred and fifty units", ["two hundred and fifty units = 250 units"]),
        ("a dozen", ["a dozen = 12"]),
        ("twenty-five sets", ["twenty-five sets = 25 sets"]),
        ("three to five sets", ["three to five sets = 3…5 sets"]),
        ("a hundred and twenty pieces", ["a hundred and twenty pieces = 120 pieces"]),
        ("fifteen hundred units", ["fifteen hundred units = 1500 units"]),
        ("one thousand two hundred pcs", ["one thousand two hundred pcs = 1200 pcs"]),
        ("50ish units", ["50ish units = ~50 units"]),
        ("50 or so units", ["50 or so units = ~50 units"]), ("2k pcs", ["2k pcs = 2000 pcs"]),
        ("2.5k units", ["2.5k units = 2500 units"]), ("1,000 pcs", ["1,000 pcs = 1000 pcs"]),
        ("10 000 units", ["10 000 units = 10000 units"]),
        ("between 5 and 10 units", ["between 5 and 10 units = 5…10 units"]),
        ("50-60 units", ["50-60 units = 50…60 units"]), ("5 or 6 units", ["5 or 6 units = 5…6 units"]),
        ("10-15k units", ["10-15k units = 10000…15000 units"]),
        ("more than 20 pcs", ["more than 20 pcs = ≥20 pcs"]),
        ("up to 30 units", ["up to 30 units = ≤30 units"]),
        ("at least 50 sets", ["at least 50 sets = ≥50 sets"]),
        ("no more than 10 boxes", ["no more than 10 boxes = ≤10 boxes"]),
        ("100 units or more", ["100 units or more = ≥100 units"]), ("50+ units", ["50+ units = ≥50 units"]),
        ("about 50 units", ["about 50 units = ~50 units"]),
        ("roughly 200 pcs", ["roughly 200 pcs = ~200 pcs"]),
        ("50 welding robots", ["50 = 50"]), ("two robots", ["two = 2"]), ("I need 50", ["50 = 50"]),
        ("qty: 300", ["300 = 300"]),
        ("RB-20 x 50", ["50 = 50"]), ("we want 20 of them", ["20 = 20"]), ("order 20 please", ["20 = 20"]),
        ("3 PAIRS", ["3 PAIRS = 3 pairs"]),
    ])
    func `counts as English buyers do`(text: String, found: [String]) {
        #expect(Facts.of(.quantity, in: text) == found)
    }

    @Test(arguments: [
        "分2批发货", "分两批", "分成3批交货", "分两次发货", "两批交货", "in 2 batches", "split into two lots",
        "ship it in two batches please", "in 2 shipments",
        "P001多少钱", "RB-20", "第一次", "第3台", "一下", "一个月", "两个小时", "一点", "三天", "等一会儿", "一起买", "2026年",
        "13800138000", "有一个问题", "四分之一", "百分之五",
        "人数十五", "我们俩商量下", "几台", "一百个百分点", "3点半", "打9折", "15号到货", "一件代发吗", "50公斤", "5.2.1版", "192.168.1.1",
        "千万别忘了", "万一坏了", "百度一下", "一直没到",
        "唯一的", "统一报价", "六轴", "精度0.02", "五台山", "三年质保", "", "。", "一",
        "one of these", "which one", "24/7", "the second one", "2 years", "three weeks", "20%", "5 questions",
        "v2.1", "A4", "15:30", "in 2026",
        "this one is good", "no one", "10 km away", "6-axis", "my order 10023", "someone", "for 3 days",
    ])
    func `takes no other number for a count`(text: String) {
        #expect(Facts.of(.quantity, in: text) == [])
    }

    @Test(arguments: [
        ("3", ["3 = 3"]), ("三", ["三 = 3"]), ("Three", ["Three = 3"]), ("那就5吧", ["5 = 5"]),
        ("就十二", ["十二 = 12"]),
        ("just 20, thanks!", ["20 = 20"]), ("two please", ["two = 2"]), ("twenty-five", ["twenty-five = 25"]),
        ("3.5", []), ("0", []), ("3天", []), ("3 days", []), ("第三", []), ("3和5", []), ("A4", []), ("三思", []),
    ])
    func `a number that is all of a message is told as such`(text: String, found: [String]) {
        #expect(Facts.of(.number, in: text) == found)
    }

    @Test(arguments: [
        ("机器人-5台", ["-5台 = -5 台"]), ("负5台", ["负5台 = -5 台"]), ("−2 units", ["−2 units = -2 units"]),
        ("RB-5台", []), ("3-5台", ["3-5台 = 3…5 台"]),
        ("10台，分2批发货", ["10台 = 10 台"]), ("10 units in 2 batches", ["10 units = 10 units"]),
        ("order 2 batches", ["2 batches = 2 batches"]), ("来2批", ["2批 = 2 批"]),
    ])
    func `a sign counts, and parting an order is no quantity`(text: String, found: [String]) {
        #expect(Facts.of(.quantity, in: text) == found)
    }
}
