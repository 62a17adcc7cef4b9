import Testing

@testable import Language

@Suite struct PlaceTests {
    @Test(arguments: Row.table(rows))
    func `finds the places a text names`(row: Row) {
        #expect(EntityReader().names(.place, in: row.text) == row.expected)
    }

    private static let rows = """
        大理石多少钱
        zhang_san@公司.中国
        我的邮箱是 li@工厂.中国，发到广州 => 广州
        是.中国 => 中国
        frozen turkey meat
        do you sell turkey breast
        ship to Turkey => 土耳其
        delivery in turkey => 土耳其
        发到大理 => 大理
        大理市 => 大理
        长沙发有货吗
        网上海量商品
        这个东西安装麻烦吗
        安装完成都要多久
        无锡焊接 => 无锡
        无锡焊膏
        北京时间下午三点
        中国移动
        我们在中国 => 中国
        开封后不退
        货到开封 => 开封
        扩大连接数
        我在大连 => 大连
        白银价格
        来宾很多
        朝阳产业
        阿里巴巴
        今日本店休息
        日本 => 日本
        节日本周发货
        上海市场怎么样 => 上海
        上海市 => 上海
        上海人 => 上海
        廣東省深圳市寶安區 => 广东; 深圳; 宝安
        广东深圳 => 广东; 深圳
        蘇州和無錫 => 苏州; 无锡
        FOB宁波 => 宁波
        fob ningbo => 宁波
        CIF Hamburg => 汉堡港
        汉堡包
        发往胡志明市 => 胡志明市
        胡志明 => 胡志明市
        发新疆包邮吗 => 新疆
        内蒙古自治区 => 内蒙古
        内蒙 => 
        顺德和昆山都有厂 => 顺德; 昆山
        长三角地区 => 长三角
        延边州 => 延边
        阿拉善盟 => 阿拉善
        新加坡 => 新加坡
        印度尼西亚和印度 => 印度尼西亚; 印度
        新西兰 => 新西兰
        南非和非洲 => 南非; 非洲
        沙特 => 沙特阿拉伯
        增加纳米涂层
        发加纳 => 加纳
        门槛也门当户对
        多少台
        tell us the price
        ship to the US => 美国
        we are in the US, not the UK => 美国; 英国
        give us a quote in USD
        U.S.A. => 美国
        usa => 美国
        Georgia is our buyer
        ship it to Georgia => 格鲁吉亚
        Mr. Jordan
        made in Turkey => 土耳其
        cold turkey
        Shenzhen, Guangdong => 深圳; 广东
        We're in Xi'an
        xian => 
        suzhou => 苏州
        SUZHOU => 苏州
        taizhou => 泰州
        hong kong => 香港
        HongKong => 香港
        Hong-Kong => 香港
        New York and new delhi => 纽约; 新德里
        São Paulo => 圣保罗
        München => 慕尼黑
        Zürich => 苏黎世
        St. Petersburg => 圣彼得堡
        Rotterdam port => 鹿特丹
        Germany => 德国
        german quality
        Germanys
        Chinatown
        bone china
        made in china => 中国
        L.A.
        LA => 洛杉矶
        la la la
        EU => 欧盟
        the eu => 欧盟
        southeast asia => 东南亚
        nowhere
        我们是重庆的 => 重庆
        chongqing => 重庆
        厦门 => 厦门
        xiamen => 厦门
        Changsha => 长沙
        shaanxi => 陕西
        """
}
