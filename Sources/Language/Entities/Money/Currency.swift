/// Money's names, as data.
struct Currency: Sendable, Equatable {
    /// ISO 4217.
    var code: String
    var factor = 1.0
    /// 块 and 元, which take tenths behind them: 两块五.
    var hasTenths = false
}

enum Currencies {
    /// Behind the number.
    static let units = Lexicon<Currency?>(
        Vocabulary.words(names) { Currency(code: $0, hasTenths: $0 == "CNY") }.map { ($0.0, $0.1) }
            + [
                ("毛", Currency(code: "CNY", factor: 0.1)), ("毛钱", Currency(code: "CNY", factor: 0.1)),
                ("角", Currency(code: "CNY", factor: 0.1)), ("分钱", Currency(code: "CNY", factor: 0.01)),
                ("cent", Currency(code: "USD", factor: 0.01)), ("cents", Currency(code: "USD", factor: 0.01)),
                ("美分", Currency(code: "USD", factor: 0.01)), ("便士", Currency(code: "GBP", factor: 0.01)),
                ("欧分", Currency(code: "EUR", factor: 0.01)),
            ] + Vocabulary.list(others).map { ($0, nil) })

    /// Before the number.
    static let signs = Lexicon<Currency>(
        Vocabulary.words(marks) { Currency(code: $0) } + Vocabulary.words(codes) { Currency(code: $0) },
        backward: true)

    private static let names =
        codes + """

            CNY: 元, 块, 块钱, 元钱, 元人民币, 圆, 圆整, 元整, 大洋, yuan, renminbi, rmb yuan, ¥, ￥, yuan rmb, kuai
            USD: 美元, 美金, 美刀, 刀, 美圆, dollar, dollars, us dollars, us dollar, bucks, buck, $, us$, usd$, dollars us
            EUR: 欧元, 欧, 欧罗, euro, euros, €
            GBP: 英镑, 镑, pound sterling, pounds sterling, quid, £, pound, pounds, british pounds
            JPY: 日元, 日币, 日圆, 円, yen, japanese yen
            HKD: 港币, 港元, 港纸, 港圆, hk dollars, hong kong dollars, hk$
            KRW: 韩元, 韩币, 韩圆, korean won, ₩
            TWD: 台币, 新台币, nt$
            SGD: 新币, 新加坡元, 坡币, singapore dollars, s$
            AUD: 澳元, 澳币, 澳大利亚元, australian dollars
            CAD: 加元, 加币, 加拿大元, canadian dollars
            NZD: 新西兰元, 纽币
            CHF: 瑞士法郎, 瑞郎, swiss francs, francs
            INR: 卢比, 印度卢比, rupee, rupees, ₹, rs, lakh rupees
            RUB: 卢布, ruble, rubles, roubles, ₽
            THB: 泰铢, 铢, baht, ฿
            VND: 越南盾, 盾, ₫, vietnamese dong
            MYR: 林吉特, 马币, 令吉, ringgit, ringgits
            IDR: 印尼盾, 印尼卢比, rupiah
            PHP: 菲律宾比索
            AED: 迪拉姆, dirham, dirhams
            SAR: 沙特里亚尔, 里亚尔, riyal, riyals
            BRL: 雷亚尔, 巴西雷亚尔, reais, reals
            MXN: 墨西哥比索, mexican pesos, pesos
            ZAR: 兰特, 南非兰特
            TRY: 土耳其里拉, 里拉, lira, liras, ₺, tl
            PLN: 兹罗提, zloty, zlotys, zł
            SEK: 瑞典克朗, swedish kronor
            ILS: 新谢克尔, shekel, shekels, ₪
            MOP: 澳门元, 澳门币, 葡币
            """

    /// Sure on either side of a number.
    private static let codes = """
        CNY: cny, rmb, 人民币
        USD: usd
        EUR: eur
        GBP: gbp
        JPY: jpy
        HKD: hkd
        KRW: krw
        TWD: twd, ntd
        SGD: sgd
        AUD: aud
        CAD: cad
        NZD: nzd
        CHF: chf
        INR: inr
        RUB: rub
        THB: thb
        VND: vnd
        MYR: myr
        IDR: idr
        PHP: php
        AED: aed
        SAR: sar
        BRL: brl
        MXN: mxn
        ZAR: zar
        PLN: pln
        SEK: sek
        NOK: nok
        DKK: dkk
        CZK: czk
        HUF: huf
        ILS: ils
        MOP: mop
        """

    private static let marks = """
        CNY: ¥, ￥, rmb¥, cny¥, cn¥, rmb￥, rmb:, rmb.
        USD: $, us$, usd$, 美元, 美金, u.s.$
        EUR: €, 欧元, 欧
        GBP: £, ￡, 英镑
        JPY: jp¥, 日元, 日币, 円, jpy¥
        HKD: hk$, 港币, 港元, hkd$
        KRW: ₩, 韩元
        TWD: nt$, 台币, 新台币
        SGD: s$, sg$, 新币
        AUD: a$, au$, 澳元
        CAD: c$, ca$, 加元
        NZD: nz$
        INR: ₹, rs, rs., 卢比
        RUB: ₽, 卢布
        THB: ฿, 泰铢
        VND: ₫, 越南盾
        MYR: rm
        BRL: r$
        MXN: mx$
        TRY: ₺
        ILS: ₪
        """

    /// Begin like money and are none.
    private static let others = """
        刀切, 刀两断, 元件, 元素, 元旦, 元宵, 元器件, 刀具, 刀片, 刀头, 刀座, 刀塔, 刀位, 刀库, 刀架, 刀柄, 欧式, 欧姆, 欧标, 欧洲, 欧盟, 欧美, 欧规, 角度, 角钢, 角铁, 角形, 毛重, 毛利, 毛刺, 毛坯
        块板, 块电池, 块钢板, 块屏, 块砖, 块玻璃, 块面板, 块铁, 块石, 块模块, 块主板, 块硬盘, 块电路板, 块表, 块木板, 块铝板, 块太阳能板, 块光伏板, 块控制板, 块显卡, 块布
        cad file, cad files, cad drawing, cad drawings, cad model, cad models, cad licences, cad licenses, pounds of, pounds payload, pound payload, pound load, pounds load, pound capacity, pounds capacity, pound weight
        """
}
