/// What a thing is counted in.
struct Measure: Sendable, Equatable {
    enum Kind: Sendable {
        /// 台, 套, pcs.
        case count
        /// 吨, 米: counts goods only where something is bought, else it specifies.
        case bulk
        /// The thing itself: "two robots".
        case noun
        /// 个月, 件事: counts no goods.
        case other
    }

    var kind: Kind
    /// As written; nil for a dozen, which is a number.
    var name: String?
    var factor = 1.0
}

/// The measure words of both languages, as data.
enum Measures {
    static let lexicon = Lexicon<Measure>(
        words(counts, .count) + words(bulks, .bulk) + words(nouns, .noun) + words(others, .other) + dozens
            + Vocabulary.list(notDozens).map { ($0, Measure(kind: .other)) })

    private static func words(_ list: String, _ kind: Measure.Kind) -> [(String, Measure)] {
        Vocabulary.list(list).map {
            ($0, Measure(kind: kind, name: kind == .noun ? nil : FoldedText($0).string))
        }
    }

    private static let dozens: [(String, Measure)] = ["打", "dozen", "dozens", "doz"].map {
        ($0, Measure(kind: .count, name: nil, factor: 12))
    }

    private static let counts = """
        台, 套, 个, 件, 只, 支, 根, 条, 张, 块, 片, 把, 辆, 部, 箱, 盒, 包, 袋, 瓶, 桶, 罐, 卷, 捆, 对, 双, 组, 批, 份, 枚, 颗, 粒, 株, 棵
        本, 册, 副, 幅, 顶, 扇, 艘, 架, 座, 盘, 板, 托, 托盘, 集装箱, 货柜, 整柜, 柜, 小柜, 大柜, 高柜, 车, 船, 令, 刀纸, 筐, 篓, 坛, 扎, 串, 朵
        台套, 单, 匹布, 听, 管, 卡板, 节, 段, 面, 门, 床, 眼
        unit, units, pc, pcs, pce, piece, pieces, set, sets, box, boxes, carton, cartons, ctn, ctns, pallet, pallets, pack, packs
        packet, packets, bag, bags, bottle, bottles, drum, drums, roll, rolls, sheet, sheets, pair, pairs, batch, batches, item, items
        copy, copies, container, containers, reel, reels, tube, tubes, ea, nos, lot, lots, case, cases, crate, crates, bundle, bundles
        cans, kit, kits, tray, trays, spool, spools, barrel, barrels, licence, licences, license, licenses, seat, seats, stk, pz, uds
        qty, off, each, piece(s), unit(s), pc(s), set(s), skid, skids, pkt, pkts, prs
        """

    private static let bulks = """
        吨, 公斤, 千克, 斤, 市斤, 克, 米, 公里, 千米, 平方, 平方米, 平米, 立方, 立方米, 方, 升, 公升, 码, 英尺, 磅
        t, ton, tons, tonne, tonnes, kg, kgs, kilo, kilos, kilogram, kilograms, g, gram, grams, lb, lbs, m, meter, meters, metre, metres
        km, sqm, m2, ㎡, m², m3, m³, cbm, l, liter, liters, litre, litres, ft, feet, yard, yards, gallon, gallons
        """

    private static let nouns = """
        机器人, 机械臂, 机械手, 夹爪, 控制器, 传感器, 电机, 马达, 减速机, 减速器, 机床, 设备, 样品, 样机, 货, 产品, 相机, 摄像头, 螺丝, 螺母, 轴承, 阀门, 水泵, 电缆
        robot, robots, cobot, cobots, arm, arms, machine, machines, gripper, grippers, controller, controllers, sensor, sensors
        motor, motors, drive, drives, gearbox, gearboxes, reducer, reducers, camera, cameras, pump, pumps, valve, valves, bearing, bearings
        cable, cables, screw, screws, bolt, bolts, nut, nuts, module, modules, system, systems, device, devices, product, products
        sample, samples, part, parts, spare, spares, conveyor, conveyors, printer, printers, laser, lasers, actuator, actuators
        cylinder, cylinders, battery, batteries, charger, chargers, tool, tools, cell, cells, welder, welders, agv, agvs, amr, amrs
        laptop, laptops, phone, phones, chair, chairs, desk, desks, shirt, shirts, of them, of these, of those, of your, more of them
        """

    /// Longer than a measure word and no goods: times, people, talk.
    private static let others = """
        个月, 个多月, 个半月, 个小时, 个钟头, 个钟, 个星期, 个礼拜, 个季度, 个工作日, 个年头, 个周, 个世纪, 个天, 个晚上, 个上午, 个下午
        个问题, 个小问题, 个疑问, 个事, 个事情, 个建议, 个想法, 个要求, 个需求, 个请求, 个客户, 个朋友, 个同事, 个人, 个地方, 个方面, 个原因, 个办法
        个方案, 个项目, 个型号, 个电话, 个单, 个订单, 个报价, 个价格, 个价, 个说明, 个说法, 个机会, 个案例, 个链接, 个文件, 个图, 个表, 个点, 个忙, 个性
        个体, 个别, 个国家, 个城市, 个字, 个数, 个品牌, 个牌子, 个系列, 个版本, 个群, 个号, 个轴, 个自由度, 个工程师, 个员工, 个名额, 个折, 个合同
        个消息, 个信息, 个邮件, 个地址, 个样, 个样子, 个错误, 个投诉, 个师傅, 个厂, 个工厂, 个公司, 个部门, 个步骤, 个流程, 个选择, 个选项
        件事, 件事情, 件代发, 件套, 条消息, 条信息, 条建议, 条街, 条路, 条线, 条件, 条款, 条例, 份报价, 份报价单, 份资料, 份合同, 份目录, 份说明, 份样本
        份方案, 份文件, 份报告, 份工作, 张图, 张图纸, 张图片, 张照片, 张发票, 张订单, 张截图, 张单, 张名片, 份子, 部分, 部门, 组数据, 批次, 批发, 套方案, 套房
        套路, 把手, 片区, 片面, 面积, 面板, 头部, 单位, 单号, 单元, 架构, 座机, 包邮, 包装, 包括, 包含, 箱体, 板块, 本地, 本来, 本身, 本周, 本月, 车间, 车型
        管理, 管道, 段时间, 节课, 节约, 门课, 门店, 面试, 扎实, 床位, 眼看, 盘点, 只能, 只要, 只有, 只是, 对方, 对比, 对一, 支持, 支付, 台阶, 台词, 台湾, 台风, 台州
        根本, 根据, 块钱, 块多, 米其林, 方面, 方式, 方便, 方案, 方向, 方法, 克服, 升级, 升降, 码头, 只松鼠, 台山, 对口, 对接, 车床, 柜台, 托运, 听说, 顶多, 副总
        单价, 单独, 单证, 管子, 卷积, 双休, 双十, 组合, 组成, 组装, 串口, 包赔, 包退, 包换, 台式, 本书, 头牌, 板凳, 把握, 条评论, 升压, 米线, 座城, 个百分点, 条产线, 条生产线, 条流水线, 条线体, 个工位, 个班, 个班组, 个车间, 个仓库, 个门店, 个分公司, 吨位, 吨级, 公斤级
        case of, cases of, items to discuss, piece of advice, set up, case study, each day, off your
        """

    /// 打 at the head of a verb.
    private static let notDozens =
        "打开, 打印, 打电话, 打款, 打折, 打包, 打算, 打听, 打钱, 打标, 打磨, 打样, 打扰, 打造, 打个, 打过, 打到, 打进, 打不, 打完"
}
