import Testing

@testable import Language

@Suite struct SentimentTests {
    @Test(arguments: Row.table(rows))
    func `feels what a text says`(row: Row) {
        let sentiment = Sentiment(of: FoldedText(row.text), written: row.text)
        #expect(sentiment.label.rawValue + (sentiment.isUrgent ? "!" : "") == row.expected.first)
        #expect((-1...1).contains(sentiment.value))
    }

    /// Behind what cannot wait a !.
    private static let rows = """
        你们的服务真是救命啊 => positive
        you are a lifesaver => positive
        救命 => neutral
        请问多少钱 => neutral
        你好 => neutral
        您好，麻烦您帮我看看，谢谢 => neutral
        谢谢 => neutral
        thank you very much => neutral
        please send me a quote, thanks! => neutral
        不好意思打扰了 => neutral
        好的 => neutral
        好多人 => neutral
        质量好吗 => neutral
        质量怎么样，好不好 => neutral
        is the quality good? => neutral
        which one is better? => neutral
        我有一个问题 => neutral
        公差是多少 => neutral
        差不多50台 => neutral
        急停按钮多少钱 => neutral
        emergency stop button => neutral
        退货政策是什么 => neutral
        what is your return policy => neutral
        如果坏了怎么办 => neutral
        if it is broken, who pays? => neutral
        不急 => neutral
        不着急，慢慢来 => neutral
        no rush => neutral
        it is not urgent => neutral
        贵公司在哪 => neutral
        I would like 50 units => neutral
        what kind of robot is it => neutral
        有没有优惠 => neutral
        50台工业机器人 => neutral
        满意度调查 => neutral
        好评 => positive
        很满意 => positive
        非常满意！ => positive
        不错 => positive
        还不错吧 => positive
        太棒了，谢谢 => positive
        服务很好，很专业 => positive
        机器人很好用 => positive
        質量非常好 => positive
        没有不满意 => positive
        虽然贵，但是质量很好 => positive
        用得很放心👍 => positive
        👍👍👍 => positive
        😡 => negative
        great service => positive
        I love it! => positive
        not bad at all => positive
        works well, very happy => positive
        GREAT JOB GUYS => positive
        it was expensive but we are very pleased => positive
        highly recommend => positive
        no complaints so far => positive
        不满意 => negative
        不太满意 => negative
        一点都不好 => negative
        很失望 => negative
        太差了 => negative
        质量太差了！！！ => negative
        你们是骗子 => negative
        垃圾 => negative
        我要投诉 => negative
        机器坏了 => negative
        机器坏了，谢谢 => negative
        为什么还没发货？ => negative
        等太久了，没人回复 => negative
        产品不错，但是售后太差 => negative
        货到了，破损严重 => negative
        再也不会买了 => negative
        實在太過分了 => negative
        无法开机 => negative
        并不好用 => negative
        not good => negative
        I am not happy with it => negative
        this is terrible => negative
        THIS IS TERRIBLE => negative
        worst service ever!!! => negative
        it doesn't work => negative
        the machine arrived broken, please help => negative
        still waiting for my order => negative
        nobody answers => negative
        nice robot but it stopped working => negative
        you are scammers => negative
        disappointed :( => negative
        I want a refund, it is useless => negative
        紧急停止按钮怎么接 => neutral
        加急多少钱 => neutral
        加急发货怎么收费 => neutral
        how much is urgent delivery => neutral
        加急！ => neutral!
        请加急处理，多少钱都行 => neutral!
        do you issue VAT invoices => neutral
        can you issue an invoice for us => neutral
        there is an issue with the drive => negative
        hello, what is the price, when can you deliver and do you issue VAT invoices? => neutral
        你们这破机器三天两头坏，再不来修我就去315 => negative
        再不发货我就退款 => negative
        我不想投诉，就是想问下订单到哪了 => neutral
        不是投诉，问个事 => neutral
        I don't want to complain, where is my order => neutral
        急 => neutral!
        急用，今天能发吗 => neutral!
        请尽快回复，谢谢 => neutral!
        ASAP please => neutral!
        we need it urgently => neutral!
        停产了！急！ => negative!
        机器坏了，赶紧处理 => negative!
        生产线停了，十万火急 => negative!
        our line is down, the drive is broken, urgent => negative!
        非常满意，请尽快再发两台 => positive!
        """

    @Test(arguments: [
        ("满意", "非常满意"), ("失望", "有点失望吧"), ("good", "very good"), ("bad", "slightly better"), ("失望！！！", "失望"),
        ("THIS IS TERRIBLE", "this is terrible"), ("a bit slow", "good"), ("不满意", "还行"),
    ])
    func `feels how strongly it is said`(first: String, second: String) {
        let values = [first, second].map { Sentiment(of: FoldedText($0), written: $0).value }
        #expect(values[0] < values[1])
    }

    @Test(arguments: [
        "", " ", "\0", "不", "not", "但是", "！！！", "🙂\u{200D}🙂", String(repeating: "不", count: 30_000),
    ])
    func `reads any text`(text: String) {
        let sentiment = Sentiment(of: FoldedText(text), written: text)
        #expect((-1...1).contains(sentiment.value))
        #expect(!sentiment.isUrgent)
    }
}
