import Testing

@testable import Language

@Suite struct IndustryTests {
    @Test(arguments: Row.table(rows))
    func `finds the industries a text names`(row: Row) {
        #expect(EntityReader().names(.industry, in: row.text) == row.expected)
    }

    private static let rows = """
        包装破损了
        物流到哪了
        食品级硅胶管
        软件怎么安装
        快递单号多少
        汽车漆
        汽车什么时候到
        电池多少钱
        行业标准是什么
        你们是哪个行业的
        各行业都有客户
        这个行业
        同行业
        做什么的
        怎么做的
        我们做的
        做得好的
        做不了的
        你们能做包装吗
        帮我做包装
        food grade
        is packaging included
        my software does not start
        in the same industry
        in your field
        the whole industry
        which industry
        toys are broken
        i power it on
        我们做汽车零部件的 => 汽车零部件
        我们是做汽配的 => 汽车零部件
        我們做汽車零部件 => 汽车零部件
        汽车零部件行业 => 汽车零部件
        auto parts => 汽车零部件
        we make automotive parts => 汽车零部件
        we're in the automotive industry => 汽车
        automotive supplier => 汽车零部件
        汽车行业 => 汽车
        汽车厂 => 汽车
        新能源汽车 => 新能源汽车
        新能源车企 => 新能源汽车
        我们做锂电的 => 动力电池
        从事物流 => 物流仓储
        仓储物流 => 物流仓储
        物流公司 => 物流仓储
        logistics company => 物流仓储
        we are in logistics => 物流仓储
        I work in logistics => 物流仓储
        食品行业 => 食品饮料
        我们行业是食品 => 食品饮料
        我们不是医药行业，是化工 => 医药; 化工
        不是医药行业,而是食品 => 医药; 食品饮料
        不是这个型号，是食品
        我们是食品厂 => 食品饮料
        food and beverage => 食品饮料
        F&B => 食品饮料
        food industry => 食品饮料
        pet food => 宠物用品
        we make toys. => 玩具
        we are a furniture company => 家具
        furniture
        医药 =>
        医药行业客户 => 医药
        制药企业 => 医药
        pharma => 医药
        medical devices => 医疗器械
        医疗设备
        医疗设备厂 => 医疗器械
        用于半导体 => 半导体
        semiconductor industry => 半导体
        电子制造 => 电子制造
        3C电子 => 电子制造
        消费电子行业 => 电子制造
        PCB 行业 => 电路板
        光伏和风电行业 => 风电
        e-commerce business => 电子商务
        cross-border e-commerce => 跨境电商
        跨境電商 => 跨境电商
        化工厂 => 化工
        我们做塑料 => 塑料制品
        我们做塑料瓶盖清洗机
        卖机器人吗
        做包装吗
        卖机器人 => 机器人
        我们卖机器人的 => 机器人
        你们卖机器人吗
        injection molding => 塑料制品
        HVAC => 暖通空调
        我们是做橡胶密封件的 => 橡胶密封件
        我们生产吸尘器的 => 吸尘器
        我们是做婚庆策划的公司 => 婚庆策划
        婚庆行业 => 婚庆
        在假发领域 => 假发
        从事假发 => 假发
        in the wig industry => wig
        we are in the ski resort business => ski resort
        in the automotive sector => 汽车
        建筑行业 => 建筑工程
        水处理公司 => 水处理
        我们主营轮胎 => 橡胶
        """
}
