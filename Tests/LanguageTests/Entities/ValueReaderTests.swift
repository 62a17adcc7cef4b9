import Testing

@testable import Language

@Suite struct ValueReaderTests {
    /// What numbers, dates and prices are made of, thrown together.
    private static let pieces =
        """
        0 1 2 3 5 12 50 2026 13800138000 1,000 0.5 - / . , : ~ + @ # % ¥ $ € ( ) x × ± < > 一 二 两 三 五 十 百 千 万 亿 零 半 几 数 多 来 俩 廿 第 点 号 日 月 年 \
        周 天 个 台 套 打 块 元 毛 公斤 米 度 轴 至少 不超过 左右 以内 以上 前 后 内 到 至 约 预算 价格 负载 电话 订单号 今天 下周 月底 春节 五一 国庆 \
        a an the and or to of in by next last two fifty hundred thousand dozen couple units pcs kg mm v usd ip m8 po so o- sf march may friday sun am pm q3 q \
        at ext k w m a@b.com 🤖 é ß ａ １ \u{301} \u{200B} \u{202E} ﷽ 𝟙 Ω
        """.split { $0 == " " || $0 == "\n" }.map(String.init)

    @Test(arguments: 0..<40)
    func `whatever is written, what is found lies inside it and is possible`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<50 {
            var written = ""
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                written += Self.pieces.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) { written += " " }
            }
            expectSound(written)
        }
    }

    @Test(arguments: 0..<10)
    func `scalars of any kind are read without a stop`(seed: UInt64) {
        var random = SplitMix(seed: seed)
        for _ in 0..<50 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let block: ClosedRange<UInt32>? = [
                    0...0x7F, 0x80...0x24F, 0x2000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF,
                    0x1F300...0x1FAFF,
                ].randomElement(
                    using: &random)
                if let scalar = Unicode.Scalar(UInt32.random(in: block ?? 0...0, using: &random)) {
                    scalars.append(scalar)
                }
            }
            expectSound(String(scalars))
        }
    }

    private func expectSound(_ written: String) {
        let text = FoldedText(written)
        let found = ValueReader.read(text, written: written, today: Facts.today, minuteOfDay: 600)
        #expect(
            found.allSatisfy {
                !$0.range.isEmpty && $0.range.lowerBound >= 0 && $0.range.upperBound <= text.count
            }, "\(written)")
        #expect(found.allSatisfy { isPossible($0.value) && (0...1).contains($0.confidence) }, "\(written)")
        #expect(
            zip(found, found.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound },
            "\(written)")
    }

    private func isPossible(_ value: Entity.Value) -> Bool {
        switch value {
        case .quantity(let quantity): isPossible(quantity.amount)
        case .money(let money): isPossible(money.amount)
        case .specification(let specification):
            specification.amount.map(isPossible) ?? (specification.code != nil)
        case .date(let span): isPossible(span)
        case .text(let text): !text.isEmpty
        case .products: false
        }
    }

    private func isPossible(_ bounds: Entity.Bounds) -> Bool {
        let numbers = [bounds.lower, bounds.upper].compactMap(\.self)
        return !numbers.isEmpty && numbers.allSatisfy(\.isFinite) && numbers == numbers.sorted()
    }

    private func isPossible(_ span: Entity.DateSpan) -> Bool {
        let days = [span.first, span.last].compactMap(\.self)
        return !days.isEmpty && days == days.sorted() && (0...1440).contains(span.minuteOfDay ?? 0)
            && days.allSatisfy {
                (1...12).contains($0.month) && (1...Day.length($0.year, $0.month)).contains($0.day)
            }
    }

    /// Each would be read again and again by a reader that looks ahead or back without an end.
    private static let longs = [
        "一", "十", "亿", "一亿", "二零", "三五", "1", "1,", "1,000,", "1 ", "1 000 ", "1-", "1/", "1.", "9.9", "a@",
        "@", "a.", "a-1-", "+1", "one hundred ", "a ", "the ", "两千万",
        "至少", "大概", "about ", "50到", "2x", "13800138000", "(0)", "第", "年", "周一到", "3月", "in 2 days ", "<",
        ">", "预算是", "负载", "order no ", "#", "5万", "¥", "块", "半",
        "10kg×", "10×", "2x50kg*",
    ]

    @Test(.timeLimit(.minutes(1)), arguments: longs)
    func `a long text is read in one pass`(piece: String) {
        var written = ""
        while written.unicodeScalars.count < 4000 { written += piece }
        let text = FoldedText(written)
        var scanner = NumeralScanner(text: text)
        scanner.run()
        #expect(scanner.steps <= text.count)
        #expect(
            zip(scanner.numerals, scanner.numerals.dropFirst()).allSatisfy {
                $0.range.upperBound <= $1.range.lowerBound
            })
        expectSound(written)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["10kg×", "10×20kg×"])
    func `a chain that is no size is refused once, however long`(piece: String) {
        let written = String(repeating: piece, count: 20_000)
        let text = FoldedText(written, longest: 200_000)
        let found = SpecificationReader.read(text, NumeralScanner.scan(text))
        #expect(found.count <= 20_000 && !found.contains { $0.range.count > 20 })
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["EOD ", "12/5-", "end of EOD ", "noon on "])
    func `a day is looked for once behind another`(piece: String) {
        let text = FoldedText(String(repeating: piece, count: 20_000), longest: 300_000)
        let found = DateReader.read(text, today: Facts.today, minuteOfDay: 600)
        #expect(found.count <= 20_000 && found.allSatisfy { $0.range.count < 20 })
    }

    @Test func `what one sentence says does not change what the next one does`() {
        let sentences = [
            "我们想要50台六轴机器人，负载10公斤。", "budget is $20,000 by Friday.", "订单号SO20260311001。", "电话13800138000。",
            "邮箱a@b.cn。", "下周三前，至少两百来台。",
        ]
        let apart = sentences.map {
            ValueReader.read(FoldedText($0), written: $0, today: Facts.today, minuteOfDay: 600).map(\.value)
        }
        let written = sentences.joined(separator: " ")
        let together = ValueReader.read(
            FoldedText(written), written: written, today: Facts.today, minuteOfDay: 600)
        #expect(Set(together.map { "\($0.value)" }) == Set(apart.joined().map { "\($0)" }))
        #expect(together.count == apart.joined().count)
    }

    @Test func `several kinds are read from one sentence`() {
        let text = "我们要50台六轴机器人，负载10公斤，预算20万以内，月底前到货，电话13800138000，邮箱li@a.cn，参照订单PO-2026-0117"
        #expect(Facts.of(.quantity, in: text) == ["50台 = 50 台"])
        #expect(Facts.of(.specification, in: text) == ["六轴 = 6 axis", "负载10公斤 = 负载: 10 kg"])
        #expect(Facts.of(.money, in: text) == ["20万以内 = ≤200000"])
        #expect(Facts.of(.date, in: text) == ["月底前 = …2026-03-31!"])
        #expect(Facts.of(.phone, in: text) == ["13800138000 = +8613800138000"])
        #expect(Facts.of(.email, in: text) == ["li@a.cn = li@a.cn"])
        #expect(Facts.of(.order, in: text) == ["PO-2026-0117 = PO-2026-0117"])
    }
}
