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
