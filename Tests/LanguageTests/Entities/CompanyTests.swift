import Testing

@testable import Language

@Suite struct CompanyTests {
    private static let reader = EntityReader(companies: ["星辰", "Blue Sky"])

    @Test(arguments: Row.table(rows))
    func `finds the companies a text names`(row: Row) {
        #expect(Self.reader.names(.company, in: row.text) == row.expected)
    }

    private static let rows = """
        贵公司在哪里
        我是比亚迪的 => 比亚迪
        你好，我们是华为的，想问下价格 => 华为
        我是新来的
        我是广州的
        我们是华为的竞争对手
        我是大众的粉丝
        你们公司
        我们是一家小公司
        我们是外贸公司
        我们是贸易有限公司
        快递公司是哪家
        公司
        有限公司
        分公司
        工厂
        主机厂
        我们厂
        模具厂
        深圳电子厂
        上市公司
        银行转账
        集团客户
        在公司上班
        一家做食品的公司
        limited stock
        in company
        the company
        your company
        a group of people
        we are from Germany
        I'm with you
        we are from here
        I work at home
        I'm with the buyer
        inc
        co-op
        华为技术有限公司 => 华为技术有限公司
        我们是华为技术有限公司 => 华为技术有限公司
        我们是华为技术有限公司的采购 => 华为技术有限公司
        为华为技术有限公司开票 => 华为技术有限公司
        給華為技術有限公司報價 => 華為技術有限公司
        请问深圳市大族激光科技股份有限公司 => 深圳市大族激光科技股份有限公司
        大族激光（深圳）有限公司 => 大族激光（深圳）有限公司
        我司上海某某机电有限公司 => 上海某某机电有限公司
        想和比亚迪股份有限公司合作 => 比亚迪股份有限公司
        甲乙有限公司和丙丁有限公司 => 甲乙有限公司; 丙丁有限公司
        发票抬头：苏州星河自动化有限公司，税号 => 苏州星河自动化有限公司
        发票抬头是苏州星河自动化 => 苏州星河自动化
        税号91320500XXXX，公司名苏州恒达，按这个开 => 苏州恒达
        公司名字怎么改
        我是昌隆五金的小邓 => 昌隆五金
        来自宁波海天塑机集团 => 宁波海天塑机集团
        海尔集团和格力集团 => 海尔集团; 格力集团
        我是海尔集团的 => 海尔集团
        来自红星机械厂 => 红星机械厂
        我是红星机械厂的王经理 => 红星机械厂
        顺丰公司
        我在顺丰公司 => 顺丰公司
        参观工厂
        下单公司
        验厂
        the safety PLC
        company stamp
        发票抬头存错了
        我是苏州恒泰达的小李 => 苏州恒泰达
        我们是恒泰达的采购 => 恒泰达
        我是研发部的小李
        我们公司叫蓝天科技 => 蓝天科技
        公司名称：蓝天科技，联系人李四 => 蓝天科技
        清华大学 => 清华大学
        北京第一机床厂 => 北京第一机床厂
        中国银行 => 
        招商银行 => 招商银行
        ABC科技有限公司 => ABC科技有限公司
        买方A1 Tech有限公司 => A1 Tech有限公司
        星辰要50台 => 星辰
        blue sky wants it => blue sky
        ABC Co., Ltd. => ABC Co., Ltd.
        We are ABC Co.,Ltd => ABC Co.,Ltd
        Shenzhen ABC Trading Co., Ltd. needs 50 => Shenzhen ABC Trading Co., Ltd.
        Siemens AG => Siemens AG
        the Bosch Group => Bosch Group
        acme gmbh => acme gmbh
        Müller & Söhne GmbH => Müller & Söhne GmbH
        Smith and Wesson Inc. => Smith and Wesson Inc.
        Hi, I'm from Blue River Foods => Blue River Foods
        we are from Siemens => Siemens
        we are from siemens, germany => siemens
        I'm with Acme => Acme
        i'm with acme and need a quote => acme
        I work for Tesla in Berlin => Tesla
        calling from Foxconn => Foxconn
        on behalf of General Electric => General Electric
        We are Tata Motors Limited => Tata Motors Limited
        Apple, Inc. => Apple, Inc.
        our company is Falcon Robotics => Falcon Robotics
        this is John from Siemens AG. => Siemens AG.
        Foo Pte Ltd => Foo Pte Ltd
        Dear Sir, XYZ LLC here => XYZ LLC
        """
}
