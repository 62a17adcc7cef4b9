/// The provinces and prefectures of China, with what trade calls by name besides.
enum ChinesePlaces {
    /// A province, then its places; `=` gives a Latin name where reading the characters does not, `?` marks a name that
    /// is an everyday word or part of one as well, `!` one whose Latin letters are.
    static let provinces = """
        北京: 海淀 大兴? 通州 顺义 昌平 亦庄 中关村
        上海: 浦东 松江 嘉定 闵行=minhang 宝山? 青浦 奉贤 徐汇 张江 临港 外高桥 洋山港 漕河泾 虹桥=hongqiao
        天津: 滨海新区=binhai 塘沽 武清 西青 东丽? 天津港
        重庆=chongqing: 万州 涪陵 渝北 江北? 永川 两江新区
        河北: 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安 曹妃甸 任丘
        山西: 太原 大同? 阳泉 长治=changzhi? 晋城 朔州=shuozhou 晋中 运城 忻州 临汾 吕梁=lvliang
        内蒙古=inner_mongolia: 呼和浩特=hohhot 包头=baotou 乌海 赤峰 通辽 鄂尔多斯=ordos 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善
        辽宁: 沈阳 大连=dalian? 鞍山 抚顺 本溪? 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳=chaoyang? 葫芦岛
        吉林: 长春=changchun 四平? 辽源 通化 白山? 松原 白城 延边
        黑龙江: 哈尔滨=harbin 齐齐哈尔=qiqihar 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河? 绥化 大兴安岭
        江苏: 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 张家港 常熟 太仓 吴江 宜兴 丹阳 靖江 海门 启东 如皋 邳州 溧阳 泰兴 苏州工业园区
        浙江: 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州=taizhou! 丽水 义乌 慈溪 余姚 永康 乐清=yueqing 萧山 余杭 柯桥 诸暨 海宁 桐乡 温岭 玉环? 瑞安 东阳 北仑 滨江? 镇海? 德清 长兴=changxing?
        安徽: 合肥 芜湖 蚌埠=bengbu 淮南? 马鞍山=maanshan 淮北 铜陵 安庆 黄山? 滁州 阜阳 宿州! 六安=luan! 亳州 池州 宣城
        福建: 福州 厦门=xiamen 莆田 三明? 泉州 漳州 南平? 龙岩 宁德? 晋江 石狮? 福清 南安? 马尾?
        江西: 南昌 景德镇 萍乡 九江 新余? 鹰潭 赣州 吉安?! 宜春? 抚州! 上饶
        山东: 济南 青岛 淄博 枣庄 东营? 烟台 潍坊 济宁 泰安 威海 日照? 临沂 德州=dezhou? 聊城 滨州 菏泽 即墨 胶州 寿光 黄岛 诸城 龙口? 荣成
        河南: 郑州 开封? 洛阳 平顶山 安阳 鹤壁 新乡? 焦作 濮阳 许昌 漯河=luohe 三门峡 南阳 商丘 信阳 周口? 驻马店 济源 长垣=changyuan
        湖北: 武汉 黄石? 十堰 宜昌 襄阳 鄂州 荆门? 孝感? 荆州 黄冈 咸宁 随州 恩施 仙桃? 潜江 天门? 神农架 东西湖
        湖南: 长沙=changsha 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 浏阳
        广东: 广州 韶关 深圳 珠海 汕头 佛山=foshan 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 南海? 宝安 龙华? 龙岗 南山? 福田? 罗湖 盐田 盐田港 蛇口 前海? 光明新区 坪山 番禺=panyu 黄埔 南沙 花都? 增城 白云? 天河? 虎门 长安镇 厚街 塘厦=tangxia 松山湖 大亚湾 普宁
        广西: 南宁 柳州 桂林 梧州 北海? 防城港 钦州 贵港 玉林? 百色?! 贺州 河池? 来宾? 崇左 凭祥
        海南: 海口 三亚 三沙 儋州 琼海 文昌? 万宁? 东方? 五指山 洋浦
        四川: 成都=chengdu 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江? 乐山=leshan 南充 眉山 宜宾 广安? 达州 雅安 巴中? 资阳 阿坝 甘孜 凉山? 双流?
        贵州: 贵阳 六盘水 遵义 安顺? 毕节 铜仁 黔西南 黔东南 黔南
        云南: 昆明 曲靖 玉溪? 保山 昭通 丽江 普洱? 临沧 楚雄 红河? 文山? 西双版纳 大理?! 德宏 怒江 迪庆 瑞丽 磨憨
        西藏=tibet: 拉萨=lhasa 日喀则 昌都=changdu 林芝 山南? 那曲 阿里?!
        陕西=shaanxi: 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康? 商洛 杨凌
        甘肃: 兰州 嘉峪关 金昌 白银? 天水? 武威 张掖 平凉? 酒泉 庆阳 定西? 陇南 临夏 甘南
        青海: 西宁 海东? 海北? 黄南? 果洛 玉树? 海西? 格尔木
        宁夏: 银川 石嘴山 吴忠? 固原 中卫?
        新疆=xinjiang: 乌鲁木齐=urumqi 克拉玛依=karamay 吐鲁番=turpan 哈密! 昌吉 博尔塔拉 巴音郭楞 阿克苏=aksu 克孜勒苏 喀什=kashgar 和田?! 伊犁! 塔城 阿勒泰=altay 石河子 阿拉尔 图木舒克 五家渠 霍尔果斯=khorgos 阿拉山口
        香港=hong_kong: 九龙=kowloon 葵涌
        澳门=macau:
        台湾=taiwan: 台北=taipei 高雄=kaohsiung 台中=taichung 台南=tainan 新竹=hsinchu 桃园=taoyuan? 基隆=keelung
        """

    /// What else they are called.
    static let others = """
        北京|peking
        香港|hongkong|h.k.
        澳门|macao
        台湾|中国台湾
        广州|canton
        苏州工业园区|suzhou industrial park
        中国|china|中国大陆|mainland china|prc
        内蒙古|内蒙古自治区
        广西|广西壮族自治区
        宁夏|宁夏回族自治区
        新疆|新疆维吾尔自治区
        西藏|西藏自治区
        香港|香港特别行政区
        华东|east china
        华南|south china
        华北|north china
        华中|central china
        西南|西南地区
        东北|东北三省|东三省
        长三角|长江三角洲|yangtze delta
        珠三角|珠江三角洲|pearl river delta
        粤港澳大湾区|大湾区|greater bay area
        京津冀|京津冀地区
        """

    /// Words with a place's name inside them, or behind their last character.
    static let traps = """
        北京时间 大理石 和田玉 普洱茶 长沙发 无锡焊膏 无锡焊料 无锡焊丝 中国移动 中国联通 中国电信 中国银行 上海话 广东话 北京烤鸭 网上 线上 马上 晚上 早上 以上 完成 组成 变成 做成 生成 达成 合成
        集成 东西 今日 生日 节日 每日 近日 工作日 次日 日本语 阿里巴巴 阿里云 阿里旺旺 白云石 西南角 东北角 朝阳产业 汉中文 英国管 美国线规 东方红
        中山装 中山陵 新加坡元 香港脚 德国工业标准 印度洋 太平洋 大西洋 china clay china_ware bone_china thanksgiving_turkey cold_turkey turkey_meat turkey_breast turkey_sandwich
        turkey_sausage turkey_dinner turkey_leg turkey_legs turkey_wings turkey_burger turkey_bacon turkey_club turkey_recipe
        turkey_soup roast_turkey roasted_turkey smoked_turkey frozen_turkey ground_turkey cook_turkey cook_a_turkey a_turkey
        the_turkey whole_turkey china_plates china_cabinet china_set fine_china
        """
}
