extension FoldedText {
    /// As it would be written with the keys one did not press: howmuchisit is "how much is it", duoshaoqian is 多少钱;
    /// and with the keys in their order: odrer is "order".
    var respelled: FoldedText {
        var changes: [(range: Range<Int>, by: [Unicode.Scalar])] = []
        /// Words in pinyin that stand side by side: what the first says, the next may have to say.
        var spelled: [Range<Int>] = []
        func endPinyin() {
            defer { spelled = [] }
            guard let first = spelled.first, let last = spelled.last else { return }
            if let characters = PinyinWords.characters(spelled.flatMap { scalars[$0] }[...]) {
                return changes.append((first.lowerBound..<last.upperBound, characters))
            }
            changes += spelled.compactMap { run in
                PinyinWords.characters(scalars[run]).map { (range: run, by: $0) }
            }
        }
        let lines = Set(lineStarts)
        for run in latinRuns {
            if let last = spelled.last?.upperBound,
                last + 1 != run.lowerBound || scalars[last] != " " || lines.contains(run.lowerBound)
            {
                endPinyin()
            }
            if PinyinWords.mayBe(scalars[run]) {
                spelled.append(run)
            } else {
                endPinyin()
                if let words = Self.separated(scalars[run]) ?? TypedWords.meant(scalars[run]) {
                    changes.append((run, words))
                }
            }
        }
        endPinyin()
        return replacing(changes)
    }

    private var latinRuns: [Range<Int>] {
        var runs: [Range<Int>] = []
        var at = 0
        while at < count {
            guard scalars[at].isAlphanumeric else {
                at += 1
                continue
            }
            let start = at
            while self.at(at).isAlphanumeric { at += 1 }
            if scalars[start].isLatin { runs.append(start..<at) }
        }
        return runs
    }

    private static let fewestLetters = 8
    /// Two words may be one that is not known: payload, overload.
    private static let fewestWords = 3

    private static func separated(_ run: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard run.count >= fewestLetters, run.count <= RunOn.longest else { return nil }
        let runOn = RunOn(run, CommonWords.ends)
        var words = runOn.words(to: run.endIndex)
        if words.isEmpty, run.last?.isDigit == true {
            // howmuchisR6: a model's name is left at the end.
            let letters = run.lastIndex { !$0.isDigit } ?? run.startIndex
            words =
                runOn.places.last { $0 <= letters }.map { runOn.words(to: $0) + [$0..<run.endIndex] } ?? []
        }
        // An ending such as at-i-on is made of words too, but of little ones.
        guard words.count >= fewestWords, words.count(where: { $0.count >= 3 }) >= 2 else { return nil }
        return Array(words.map { run[$0] }.joined(separator: [" "]))
    }
}

/// Words of buyers that are typed by their sound.
enum PinyinWords {
    /// Whether nothing but syllables stands there, and no English word.
    static func mayBe(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
        guard run.count >= 2, run.count <= RunOn.longest, !CommonWords.ends(run).contains(run.endIndex) else {
            return false
        }
        return RunOn(run, Sounds.syllables.ends).places.last == run.endIndex
    }

    /// What letters spell; nil when they are no words that are known, or none of more than one syllable.
    static func characters(_ run: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        guard run.count <= RunOn.longest else { return nil }
        let words = RunOn(run, spelled.ends).words(to: run.endIndex).compactMap { word in
            characters[String(String.UnicodeScalarView(run[word]))]
        }
        return words.contains { $0.count > 1 } ? words.flatMap(\.self) : nil
    }

    private static let characters: [String: [Unicode.Scalar]] = words.reduce(into: [:]) { words, word in
        let scalars = Array(word.unicodeScalars)
        words[scalars.compactMap(Pinyin.reading).joined(), default: scalars] = scalars
    }

    private static let spelled = Phrases(characters.keys.map { (phrase: $0, payload: true) })

    /// Those that sound like an earlier one count instead of it.
    private static let words = Vocabulary.list(
        """
        吗, 哪, 的, 我, 要, 买, 有, 多, 钱, 开, 能, 几, 台, 个, 你, 好, 了, 没, 到, 在, 呢, 这, 是, 不, 想, 退, 换, 发, 修, 货, 贵, 给, 来, 看, 问, 和, 还, 可, 以
        你好, 您好, 在吗, 谢谢, 再见, 请问, 我们, 你们, 我要, 我想, 可以, 有没有, 能不能, 怎么, 怎么办, 怎么样, 什么, 什么时候, 为什么, 哪里, 几天, 多久, 多少, 多少钱, 需要
        价格, 报价, 单价, 价钱, 怎么卖, 便宜, 便宜点, 太贵, 优惠, 折扣, 打折, 活动, 议价, 预算, 批发, 起订量
        发货, 到货, 交期, 货期, 现货, 有货, 库存, 快递, 物流, 运费, 包邮, 送货, 订单, 单号, 查询, 还没到, 到哪了, 到哪, 催一下
        购买, 采购, 下单, 订购, 付款, 转账, 支付, 合同, 发票, 专票, 普票, 开票, 抬头, 税号, 对公
        退货, 退款, 换货, 维修, 保修, 质保, 售后, 坏了, 故障, 报警, 报错, 不能用, 安装, 调试, 说明书, 技术, 技术支持, 培训, 配件
        人工, 转人工, 客服, 投诉, 经理, 态度, 骗子, 密码, 忘了, 账号, 登录, 注册, 验证码, 公司, 地址, 电话, 联系, 微信, 工厂, 参观
        机器人, 机械臂, 机械手, 机器, 工业, 协作, 伺服, 视觉, 码垛, 焊接, 喷涂, 搬运, 相机, 输送带, 设备, 电机, 减速机, 传感器, 控制器, 产品, 新品, 型号, 参数, 规格, 负载, 样品, 资料, 介绍, 推荐
        """)
}
