import Testing

@testable import Language

@Suite struct EmailReaderTests {
    @Test(arguments: [
        ("发到zhang＠example。com", ["zhang＠example。com = zhang@example.com"]),
        ("ｚｈａｎｇ＠ｑｑ．ｃｏｍ", ["ｚｈａｎｇ＠ｑｑ．ｃｏｍ = zhang@qq.com"]),
        ("邮箱zhang@qq.com发给我", ["zhang@qq.com = zhang@qq.com"]),
        (
            "我的邮箱是zhang.san@mail.example.com.cn，谢谢",
            ["zhang.san@mail.example.com.cn = zhang.san@mail.example.com.cn"]
        ),
        (
            "zhang_san-1@163.com、li@126.com",
            ["zhang_san-1@163.com = zhang_san-1@163.com", "li@126.com = li@126.com"]
        ), ("123456@qq.com", ["123456@qq.com = 123456@qq.com"]),
        ("请发13800138000@139.com。", ["13800138000@139.com = 13800138000@139.com"]),
        ("（zhang@example.com）", ["zhang@example.com = zhang@example.com"]),
        ("邮件：ZHANG@EXAMPLE.COM！", ["ZHANG@EXAMPLE.COM = zhang@example.com"]),
        ("zhang@example.com.cn.", ["zhang@example.com.cn = zhang@example.com.cn"]),
        ("zhang@example.cn。合同发一下", ["zhang@example.cn = zhang@example.cn"]),
        ("E-mail:li@a.cn,电话", ["li@a.cn = li@a.cn"]),
        ("zhang @ example.com", ["zhang @ example.com = zhang@example.com"]),
        ("《zhang@example.com》", ["zhang@example.com = zhang@example.com"]),
        (
            "报价发 sales@jixie.com.cn 抄送 boss@jixie.com.cn",
            ["sales@jixie.com.cn = sales@jixie.com.cn", "boss@jixie.com.cn = boss@jixie.com.cn"]
        ), ("「li@a.com」", ["li@a.com = li@a.com"]),
        ("邮箱是li@vip.sina.com吗", ["li@vip.sina.com = li@vip.sina.com"]),
        ("wang@xn--fiqs8s.cn", ["wang@xn--fiqs8s.cn = wang@xn--fiqs8s.cn"]),
        ("发我foxmail：a1@foxmail.com哈", ["a1@foxmail.com = a1@foxmail.com"]),
        ("a@b.cn；c@d.cn", ["a@b.cn = a@b.cn", "c@d.cn = c@d.cn"]),
    ])
    func `reads addresses between Chinese words`(text: String, found: [String]) {
        #expect(Facts.of(.email, in: text) == found)
    }

    @Test(arguments: [
        ("bob(at)example.com", ["bob(at)example.com = bob@example.com"]),
        ("bob [at] example.com", ["bob [at] example.com = bob@example.com"]),
        ("mail me at bob@shop.com.Thanks", ["bob@shop.com = bob@shop.com"]),
        ("a.b+c@x-y.co.uk.", ["a.b+c@x-y.co.uk = a.b+c@x-y.co.uk"]),
        ("<bob@example.com>", ["bob@example.com = bob@example.com"]),
        ("mailto:bob@example.com?subject=x", ["bob@example.com = bob@example.com"]),
        ("a@b@c.com", ["b@c.com = b@c.com"]), (".bob@example.com", ["bob@example.com = bob@example.com"]),
        ("bob..x@example.com", ["x@example.com = x@example.com"]),
        ("\"bob@example.com\"", ["bob@example.com = bob@example.com"]),
        (
            "bob@example.com, alice@example.org; eve@example.net",
            [
                "bob@example.com = bob@example.com", "alice@example.org = alice@example.org",
                "eve@example.net = eve@example.net",
            ]
        ),
        (
            "bob@example.com/alice@example.org",
            ["bob@example.com = bob@example.com", "alice@example.org = alice@example.org"]
        ), ("Bob.Smith@Example.COM", ["Bob.Smith@Example.COM = bob.smith@example.com"]),
        ("bob@sub.sub2.example.com", ["bob@sub.sub2.example.com = bob@sub.sub2.example.com"]),
        ("o'neil@example.ie", ["o'neil@example.ie = o'neil@example.ie"]),
        ("bob@example.com!", ["bob@example.com = bob@example.com"]),
        ("bob@example.com...", ["bob@example.com = bob@example.com"]),
        ("bob@example.com-", ["bob@example.com = bob@example.com"]),
        ("_bob_@example.com", ["_bob_@example.com = _bob_@example.com"]),
        ("50@example.com", ["50@example.com = 50@example.com"]),
        ("it's bob@example.photography", ["bob@example.photography = bob@example.photography"]),
        ("bob@1.example.com", ["bob@1.example.com = bob@1.example.com"]),
        ("jérôme@example.fr", ["jérôme@example.fr = jerome@example.fr"]),
    ])
    func `reads addresses between English words`(text: String, found: [String]) {
        #expect(Facts.of(.email, in: text) == found)
    }

    @Test(arguments: [
        "@客服", "user@localhost", "a@b", "a@b.c", "bob.@example.com", "http://example.com", "50@100", "@",
        "@@@", "a@", "@b.com", "a@.com", "a@-b.com", "a@b..com", "bob@192.168.1.1", "meet @ noon", "加我微信@小王",
        "艾特@所有人", "价格50@台", "example.com", "a(at)b", "bob at example", "。@。", "#@!", "",
    ])
    func `takes nothing else for an address`(text: String) {
        #expect(Facts.of(.email, in: text) == [])
    }
}
