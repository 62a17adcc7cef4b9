import Testing

@testable import Language

@Suite struct PersonTests {
    private static let reader = EntityReader(people: ["阿宝", "Neo"])

    @Test(arguments: Row.table(rows))
    func `finds the people a text names`(row: Row) {
        #expect(Self.reader.names(.person, in: row.text) == row.expected)
    }

    private static let rows = """
        王总部在哪
        找一下李工 => 李工
        联系一下王总 => 王总
        下周总会到吧
        请找张三丰 => 张三丰
        帮我找一下李建国，谢谢 => 李建国
        我要找王小明 => 王小明
        请找张图片
        我想找周边厂家
        帮我找黄色油漆
        我想找高质量的
        帮我找一下
        周三发货
        任何问题
        项目经理
        车间主任
        成本经理
        区域经理
        高级工程师
        客户经理
        销售经理
        李工厂
        李工作很忙
        施工方
        加工
        汇总
        单总价
        金总额
        一万总共
        小于50台
        小孔径
        小时候
        小程序
        小张力
        最小张数
        老化测试
        老板
        我是顾客
        我是华为的
        我是采购
        我是苏州人
        我是程序员
        我是高兴的
        我叫车来
        这是方案
        江西经理
        经理
        谢谢老板
        感谢师傅
        安排工程师上门
        公司采购
        全局
        管管员工
        call me regarding the quote
        name embroidered
        谢谢王工 => 王工
        我这边做化工原料的，我姓吴 => 吴
        先生
        this is urgent
        this is a robot
        This Is Urgent
        I am interested
        I'm German
        I'm Interested
        I am looking for Robots
        my name is on the order
        call me back
        call me tomorrow
        hello there
        Hi team
        Dear Sir
        thanks
        miss the deadline
        it's Monday
        王经理 => 王经理
        王經理在嗎 => 王經理
        张总好 => 张总
        张总的电话 => 张总
        李工 => 李工
        麻烦李工看一下 => 李工
        找陈工程师 => 陈工程师
        小陈你好 => 小陈
        小陈，在吗 => 小陈
        我是小王 => 小王
        老李说可以 => 老李
        欧阳先生 => 欧阳先生
        请转王建国经理 => 王建国经理
        刘女士和赵先生 => 刘女士; 赵先生
        我叫张伟 => 张伟
        我叫张伟，要50台 => 张伟
        我叫欧阳修 => 欧阳修
        我叫小李 => 小李
        我叫李工 => 李工
        我是张伟 => 张伟
        我是张伟，来自华为 => 张伟
        我是王经理 => 王经理
        我姓王 => 王
        免贵姓陈 => 陈
        联系人：李小明 13800138000 => 李小明
        我叫John => John
        我的名字是Anna Schmidt => Anna Schmidt
        阿宝 => 阿宝
        neo says hi => neo
        My name is John Smith => John Smith
        my name is john smith from acme => john smith
        name: Wei Zhang => Wei Zhang
        I'm John => John
        i'm john from siemens => john
        I am Anna Schmidt, buyer => Anna Schmidt
        this is John => John
        this is john => john
        This is Xiaoming from Foxconn => Xiaoming
        Mr. Smith => Mr. Smith
        mr smith called => mr smith
        Ms Wang => Ms Wang
        我是上海某某机械有限公司的王小明 => 王小明
        我是上海XX机械有限公司的王小明，想询价 => 王小明
        我们公司的王牌产品
        你们公司的程序
        王小明 13800138000 => 王小明
        你好，欧阳修13800138000 => 欧阳修
        周三 13800138000
        电话 13800138000
        查询 13800138000
        Prof. Dr. Smith => Prof. Dr. Smith
        Dr. Jean-Luc O'Brien => Dr. Jean-Luc O'Brien
        please ask for Mr. Lee => Mr. Lee
        talk to sales
        talk to a human
        Best regards, Maria Lopez => Maria Lopez
        Hi Kevin, thanks => Kevin
        call me Bob => Bob
        """
}
