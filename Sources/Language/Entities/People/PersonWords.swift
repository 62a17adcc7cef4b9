/// Family names, what people are called by, and what stands around names.
enum PersonWords {
    static let families = ScalarSet(
        """
        王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚
        庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包柏宁柯阮桂闵解强柴华车冉房辜吉饶
        刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓仇艾蓝巩稽井练仲乐虞卞封竺冼原楚佟栗匡宗应台巫鞠僧桑荆谌银扬沙薄伏岑习胥蔺
        """)

    /// Who is to come to the telephone.
    static let searches = Phrases(
        words: "请找 请找一下 请帮我找 帮我找 帮我找一下 帮忙找一下 麻烦找 麻烦找一下 我找 我找一下 我要找 我想找 找一下 转接 请转接 帮我转 请转 请转告 联系一下")
    /// Characters of things, materials and measures: no given name behind a search.
    static let things = ScalarSet("图片照发票单纸表卡页色边金钢木料子品货件机器台套车间线型号格价资商家厂公司料系统设备程序方案个款种类网店房油漆片膜带管阀泵")

    /// Those one hears behind 小 and 老; 小于 and 小孔 are words.
    static let commonFamilies = ScalarSet(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方姚谭廖邹熊金陆郝崔康毛邱秦江顾侯邵孟龙段钱汤尹黎易乔贺赖龚肖闫")

    static let familiar = ScalarSet("小老阿")

    static let doubleFamilies = Phrases(
        words: "欧阳 司马 上官 诸葛 司徒 东方 皇甫 令狐 慕容 尉迟 公孙 夏侯 端木 南宫 独孤 轩辕 钟离 宇文 长孙 闻人 呼延")

    /// Titles, with the characters that make another word of them: 总部, 工厂.
    static let titles = Phrases<String?>(lists: [
        (
            """
            经理 总经理 副总经理 副经理 总监 主任 主管 工程师 总工程师 总工 老师 先生 女士 小姐 师傅 博士 教授 厂长 副厂长 部长 科长 处长 院长 董事长 董事 副总 老板 老板娘 哥 姐 秘书
            组长 店长 校长 局长 书记 同学 太太 队长 课长 班长 站长 所长 行长 总裁 主席 兄 阿姨 叔 大哥 大姐 司机
            """, nil
        ),
        ("总", "部价额数共计量体结重装线和成长值账"), ("工", "业作厂程具人资序艺位件时期地商况种伤会单龄装段匠"), ("董", "事"),
    ])

    /// Words that begin like a family name.
    static let traps = Phrases(
        words: """
            谢谢 谢了 感谢 安排 项目 车间 成本 区域 安全 高级 高工 任务 任何 施工 方案 计划 能源 宣传 金融 商务 文化 常务 时间 党务 华东 华南 华北 华中 温控 水电 强电 应用 应收 包装 江苏 江西 安徽 广东 海外 云南 解决
            高兴 方便 何时 何地 常客 万一 成功 谢谢 白天 黄金 江西 文员 单位 石油 温州 严重 严肃 许多 于是 莫非 余额 平时 和平 顾客 程序 华为 康师傅 安装 管理 高中 强烈 夏天 周一 周二 周三 周四
            周五 周六 周日 周末 周边 周转 周期 周围 时候 时段 金额 金属 高端 高低 高速 高精度 高管 高层 高校 方面 方式 方向 方法 明天 明年 明白 明确 明细 来自 来货 来源 全部 全国 全新 全套 连接
            连续 关于 关键 关闭 关注 应该 成品 成都 成套 成交 成立 商品 商家 商城 商量 文件 文档 单价 单子 单独 简单 解释 解答 计算 计量 向导 路由 钟头 古典 强度 包括 包含 包邮 保修 保证 保养
            官方 官网 花费 花钱 封装 原来 原装 原因 原厂 都是 都有 冷却 冷链 房东 边上 万能 牛奶 马上 马达 白色 黄色 蓝色 银行 银色 木工 木材 毛病 毛重 石材 田地 雷达 龙门 童装 别的 常见 常规
            常用 常州 常熟 施耐德 安川 安全员 安装工 施工方 管理员 程序员 采购 温度 温馨 尤其 齐全 盖子 台式 党员 老板 宁波 宁夏 苏州 杭州 徐州 郑州 梅州 柳州 桂林 乐山 安庆 安阳 江门 江阴 米其林
            项总价 单总价 向前 向后 任意 任职 任性 司机 司法 卫生 查询 查看 查一下 游客 位置 符合 易损 易用 盛情 岳父 习惯 台账 甘肃 吉林 景德镇 阳江 鲁班 都要 都行 都可以
            """)

    /// True where a name must follow, false for 我是, behind which anything may.
    static let introductions = Phrases(lists: [
        (
            """
            我叫 我的名字是 我的名字叫 名字是 名字叫 我名叫 姓名 联系人 收件人 收货人 本人姓名 叫我 我姓 免贵姓 敝姓 鄙姓 经办人 负责人是 负责人叫
            我们经理叫 他叫 她叫 老板叫 我们老板叫
            """, true
        ),
        ("我是 这是 这里是 这边是 本人 我这边是 我是采购 我是经理", false),
    ])

    /// What somebody is of: behind these and 的 a name may stand.
    static let employers = ["公司", "集团", "工厂", "厂", "事务所", "研究院"]

    /// Characters no given name has.
    static let verbs = ScalarSet("给做在是的了到要年额谢找问叫和把让请去来想有没不这那各")

    /// Characters before a name that do not belong to it.
    static let before = ScalarSet("是找叫问给和跟与的请让对们位姓转向由到把被见喊了吗呢吧好系谢烦托我你您司这那从同及之替帮告诉知约等于为说有复谢候")
    /// Characters behind a name that do not belong to it.
    static let after = ScalarSet("的你您在是我说吗呢啊吧和跟与给帮请好早发来那这已报之刚让联今昨什能会可有没不就要想从了,先都也到去做负电手呀哈就来自")

    static let latinIntroductions = Phrases<LatinName.Manner>(lists: [
        (
            """
            my_name_is my_name's name_is name's contact_person: attn: attn name: contact: signed: mynameis
            under_the_name under_the_name_of
            """, .surely
        ),
        (
            """
            call_me this_is i_am i'm im it's speak_to speak_with talk_to talk_with ask_for contact regards
            best_regards kind_regards sincerely cheers yours_sincerely thanks_and_regards hi hello dear here_is
            with_regards it_is
            """, .maybe
        ),
        ("mr ms mrs miss mister madam dr prof professor doctor", .title),
    ])

    static let latinTitles = Phrases(words: "mr mr. ms ms. mrs mrs. miss dr dr. prof prof.")

    /// Capitals that stand for no name.
    static let notNames = Phrases(
        words: """
            regarding about asap later soon please directly anytime tomorrow today back sirs management madams friend friends folks guys concierge bot assistant colleague colleagues both ladies gentlemen
            i from at with and of in on for the a an to or by is are was will my your our his her sir madam team all
            there everyone sales support service human agent manager engineer buyer director purchaser purchasing ceo
            cto cfo owner someone somebody person staff boss customer client dealer distributor supplier student
            interested looking ready happy sorry sure not very so just really urgent asap ok okay fine good great here
            german french chinese italian american british indian japanese korean russian spanish turkish brazilian
            mexican dutch polish english swedish thai vietnamese canadian australian monday tuesday wednesday thursday
            friday saturday sunday january february march april may june july august september october november
            december bad new old true wrong right correct unacceptable ridiculous terrible amazing perfect what why how
            when where who that this it us we you he she they technical billing accounts finance me back again still
            calling writing trying having waiting asking working using getting going thinking planning facing able
            """)

    /// What follows a name that was introduced.
    static let origins = Phrases(words: "from at with of here calling speaking and again over")

    static let firstNames = Phrases(
        words: """
            james john robert michael mike david dave william bill richard joseph joe thomas tom charles daniel dan
            matthew matt anthony tony donald steven steve paul andrew andy joshua kenneth ken kevin brian george edward
            ronald timothy tim jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan stephen larry justin scott
            brandon benjamin ben samuel sam gregory greg frank alexander alex raymond patrick jack dennis jerry peter
            henry carl arthur lawrence albert christian christopher chris adam nathan zachary simon oliver lucas leo max
            martin marco mario luca klaus hans jurgen stefan wolfgang thomas andreas pierre jean francois louis antonio
            carlos jose juan miguel pedro luis diego javier fernando ivan dmitri sergei vladimir igor oleg ahmed
            mohammed muhammad mohamed ali omar hassan raj rahul amit sanjay vijay anil priya deepak kumar
            mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
            ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon
            cynthia kathleen amy angela anna anne brenda pamela nicole ruth katherine kate samantha christine emma
            catherine virginia rachel maria heather diane julie joyce victoria olivia sophia sophie alice grace jane
            julia claire clara eva nina irina olga natalia svetlana fatima aisha yuki hiroshi kenji wei li ming jing
            lily lucy vivian cindy tina coco jason kelvin winnie peggy mei hui bob jim kim
            """)
}
