/// What names of companies end with, and what stands around them.
enum CompanyWords {
    /// True where nothing else ends like this; nil where it is another word: 厂家.
    static let suffixes = Phrases<Bool?>(lists: [
        ("股份有限公司 有限责任公司 有限公司 集团有限公司 集团股份有限公司 股份公司 有限合伙 合伙企业", true),
        ("公司 集团 集团公司 股份 厂 工厂 总厂 分厂 研究院 研究所 大学 学院 医院 银行 商行 经营部 门市部 工作室 事务所 实业 株式会社", false),
        (
            "厂家 厂商 厂房 厂区 厂长 厂址 厂里 厂内 厂方 返厂 出厂 验厂 进厂 大厂 小厂 隔壁厂 老厂 新厂 旧厂 建厂 停厂 到厂 回厂 来厂 全厂 本厂 同行厂 家厂 个厂 银行卡 银行转账 银行承兑 银行拒绝 大学生 股份制 公司债 贵公司 子公司 分公司 总公司 母公司 公司名 公司名称 儿童医院 人民医院",
            nil
        ),
    ])

    static let latinSuffixes = Phrases<Bool?>(lists: [
        (
            """
            co.,ltd co.,_ltd co_ltd co._ltd co.ltd company_ltd company_limited ltd inc inc_ltd corp corporation llc
            gmbh gmbh_&_co_kg gmbh_&_co._kg s.p.a spa b.v bvba sarl s.a.r.l pte_ltd pte._ltd pty_ltd pvt_ltd
            private_limited pte_limited sdn_bhd sdn._bhd k.k jsc sp._z_o.o s.r.o s.r.l
            """, true
        ),
        (
            """
            limited group holdings holding industries enterprises technologies technology company ag sa s.a bv nv
            ab oy srl co systems solutions electronics robotics automation engineering machinery
            """, false
        ),
    ])

    static let introductions = Phrases(
        words: "我们公司叫 我公司叫 我司叫 公司名 公司名称是 公司名称 公司名叫 公司名是 公司名字叫 公司名字是 公司叫 单位名称 发票抬头 发票抬头是 抬头是 抬头 开票单位 我司是")

    static let everydaySuffixes = Phrases(words: "公司 厂 工厂 总厂 分厂 医院 学院 集团公司")
    static let namings = Passage.phrases("是 在 叫 来自 代表 就职于 我司 买方 卖方 甲方 乙方 抬头 给 for from at is")
    /// Firms everybody knows by a name that says nothing else behind 我是 and before 的.
    static let famous = Phrases(
        words: """
            比亚迪 华为 小米 富士康 宁德时代 格力 美的 海尔 大疆 吉利 特斯拉 腾讯 阿里 阿里巴巴 京东 字节跳动 百度 联想 中兴 海信 长虹 三一 三一重工 徐工 中联重科 潍柴 玉柴 奇瑞 长城汽车
            长安汽车 上汽 广汽 一汽 东风 蔚来 小鹏 理想汽车 隆基 京东方 中芯国际 立讯精密 歌尔 蓝思科技 伯恩光学 欣旺达 亿纬锂能 国轩高科 中车 中铁 中建 中石油 中石化 国家电网 顺丰 蒙牛 伊利 农夫山泉
            娃哈哈 西门子 博世 施耐德 三星 松下 索尼 丰田 本田 大众 宝马 奔驰 通用电气 霍尼韦尔 发那科 库卡 安川 汇川 埃斯顿 新松
            """)
    static let presentations = Phrases(words: "我是 我们是 这边是 这里是 我这边是 我这里是")
    static let roles = Phrases(words: "采购 业务 业务员 工程师 技术员 技术 员工 负责人 销售 总监 主管 经理 老板 财务 会计 仓管 设备主管 设备科")

    /// True where a name in small letters may follow.
    static let latinIntroductions = Phrases(lists: [
        (
            """
            we_are_from we're_from i_am_from i'm_from im_from we_are_with i'm_with i_am_with i_work_for i_work_at
            working_for working_at we_work_for calling_from writing_from on_behalf_of here_from
            """, true
        ),
        (
            """
            our_company_is our_company_is_called company_name_is company_is_called company: company_name: i_represent
            we_represent employed_at employed_by purchasing_at buyer_at buyer_for engineer_at manager_at
            """, false
        ),
    ])

    /// What joins somebody who introduces himself to where he works.
    static let belongings = Phrases(words: "from at with of")

    /// Characters that are in no name.
    static let borders = ScalarSet("是在的叫给到从找由把被了过着吗你我他她您们这那请问呢啊吧就想")
    /// What a name does not begin with.
    static let openers = ScalarSet("写开为对于向将帮替代跟与和及以等某")

    /// Characters of what is done, none of which a kind of firm is called by: 验厂, 想新增一个分厂.
    static let verbs = ScalarSet(
        "想能要怎么去看听说刚过还需返寄收显按写哪每个些出可以久仰谢恢换请应该最几得隔付买别登存错填盖爸孩烧把被给让叫问找不没有这那吗呢什你我他她源久反查改做搞")
    /// What a name does not begin with.
    static let leads = Passage.phrases(
        """
        一所 一个 来自 都有 没有 也有 还有 只有 请问 一下 代表 就职于 任职于 抬头 单位 公司 发票 开票 购方 买方 甲方 乙方 客户 供应商 本人 我司 贵司 联系 合作 关于 通过 采购 根据 属于 位于 隶属于 查询 开给 寄给 收货方 收件
        收款方 付款方 介绍 认识 知道 一家 这家 那家 名称 经理 先生 女士
        """)

    /// What says only which kind of company.
    static let general = Phrases(
        words: """
            新来 皮包 洗衣 代账 代办 展会 参观 适合 三家 隔壁 骗子 垃圾 空壳 壳 注册 下单 付款 学校 贵 我 我们 你 你们 他们 咱们 您 本 该 此 这 这家 那家 一家 某 某家 家 个 两家 几家 多家 每家 哪家 别的 其他 其它 别家 大 小 新 老 中小 中型 大型 小型 外资 合资 民营 国有 国营
            私营 上市 初创 创业 分 子 总 母 全资 控股 有限 责任 股份 集团 外贸 贸易 进出口 货运 货代 快递 物流 代理 供应商 供应链 经销 销售 服务 咨询 技术 科技 生产 制造 加工 生产型 制造型 企业
            工厂 公司 同行 对方 客户 厂家 原 上级 下属 关联 兄弟 设备 维修 安装 装修 广告 保险 搬家 招聘 中介 律师 会计 设计 工程 主机 整车 汽车 手机 模具 五金 电子 机械 化工 服装 食品 家具 玩具
            塑料 印刷 造纸 水泥 钢铁 药 化肥 面粉 代工 组装 配套 什么 哪个 自己 自家 当地 本地 国内 国外 海外 外国 中国 专业 正规 知名 的 之 一 是 有 做 和 与 all
            you us me them it home here there work school
            """)

    static let pronouns: Set<String> = [
        "i", "we", "our", "my", "hi", "hello", "dear", "from", "is", "the", "this", "are", "at",
    ]
    static let inner: Set<String> = ["and", "of", "de", "und", "for", "the", "et"]
    static let continuations = Phrases(words: "and in we i can could may our please here looking with")
}
