/// What is specified, in the spelling most use, and how else it is called.
enum SpecificationNames {
    static let lexicon = Lexicon<String>(Vocabulary.words(table) { $0 }, backward: true)
    static let forward = Lexicon<String>(Vocabulary.words(table) { $0 } + Vocabulary.words(behind) { $0 })

    /// Between the name and its value, found from where the value starts.
    static let joints = Lexicon<Bool>(
        Vocabulary.list(
            "为, 是, 在, 有, 要, 需, 需要, 达, 达到, 能, 能到, 能达到, 可达, 可达到, 要求, 范围, 范围是, 范围为, 大于等于, 不能低于, 必须, 应为, 就, 大概, 约, 的, 最大, 最小, 最高, 最低, 选, 用, 做到, 都, 得, 要有, 了, 三相, 单相, 交流, 直流, 每分钟, 每小时, 每秒, 应该"
        ).map { ($0, true) }
            + Vocabulary.list(
                "is, of, at, are, has, =, range, range of, range is, rating, rated, rated at, reaches, should be, must be, needs to be, to be, with, a, class, level, up to"
            ).map { ($0, true) } + [(":", true), ("(", true)], backward: true)

    private static let table = """
        负载: 负载, 载荷, 负荷, 载重, 额定负载, 最大负载, 有效负载, 有效载荷, 承重, 承载, 起重, 起重量, 吨位, 拉力, 推力, 夹持力, 夹紧力
        重量: 重量, 自重, 净重, 毛重, 体重, 本体重量, 机身重量, 重
        臂展: 臂展, 工作半径, 作业半径, 最大臂展, 臂长, 可达半径, 到达距离, 工作范围, 最大工作半径
        行程: 行程, 最大行程, 有效行程, 冲程
        精度: 精度, 定位精度, 加工精度, 测量精度, 误差, 公差
        重复定位精度: 重复定位精度, 重复精度, 重复性
        电压: 电压, 供电, 电源, 输入电压, 额定电压, 工作电压, 电源电压, 输出电压
        电流: 电流, 额定电流, 工作电流, 输出电流
        功率: 功率, 额定功率, 电机功率, 总功率, 装机功率, 输出功率
        频率: 频率, 主频, 刷新率
        转速: 转速, 额定转速, 最高转速, 主轴转速
        扭矩: 扭矩, 力矩, 转矩, 额定扭矩
        压力: 压力, 耐压, 工作压力, 气压, 气源压力, 额定压力, 压强, 公称压力
        流量: 流量, 排量, 风量, 额定流量
        扬程: 扬程
        温度: 温度, 工作温度, 环境温度, 耐温, 使用温度, 温度范围, 耐高温, 室温, 储存温度
        湿度: 湿度, 相对湿度
        长度: 长度, 长, 全长, 总长, 线长, 电缆长度
        宽度: 宽度, 宽, 幅宽, 带宽
        高度: 高度, 高, 举升高度, 提升高度, 净高
        厚度: 厚度, 厚, 板厚, 壁厚
        直径: φ, 直径, 外径, 内径, 孔径, 管径, 口径, 线径, 轴径, 通径
        尺寸: 尺寸, 规格, 外形尺寸, 大小, 幅面, 台面
        深度: 深度, 深, 孔深
        面积: 面积, 占地, 占地面积, 场地
        容量: 容量, 容积, 体积, 电池容量, 内存, 存储, 硬盘
        速度: 速度, 线速度, 移动速度, 运行速度, 最大速度, 带速
        噪音: 噪音, 噪声
        分辨率: 分辨率, 像素
        防护等级: 防护等级, 防护级别, 防护, 防水等级, 防尘等级, 防水
        轴数: 轴数, 自由度
        节拍: 节拍, 周期, 循环时间, 响应时间, 单件节拍
        续航: 续航, 续航时间, 待机
        质保: 质保, 保修, 保修期, 质保期, 质保时间
        寿命: 寿命, 使用寿命
        含量: 含量, 浓度, 纯度
        效率: 效率, 良率, 合格率, 良品率
        硬度: 硬度
        颜色: 颜色, 色号
        材质: 材质, 材料
        角度: 角度, 旋转角度, 视角
        payload: payload, load capacity, load, capacity, lifting capacity, rated load, max load, payload capacity
        weight: weight, net weight, gross weight, weighing, weighs
        reach: reach, working radius, arm reach, arm length
        stroke: stroke, travel
        accuracy: accuracy, precision, tolerance, tolerances
        repeatability: repeatability
        voltage: voltage, power supply, supply voltage, input voltage
        current: current, rated current
        power: power, rated power, motor power, power rating, wattage
        frequency: frequency, refresh rate
        speed: speed, max speed, line speed, velocity
        torque: torque, rated torque
        pressure: pressure, working pressure, air pressure
        flow: flow, flow rate
        temperature: temperature, temp, operating temperature, ambient temperature, temperature range, working temperature
        humidity: humidity, relative humidity
        length: length, cable length
        width: width
        height: height, lift height
        thickness: thickness, wall thickness
        diameter: diameter, bore, outer diameter, inner diameter, bore size
        size: size, dimensions, dimension
        depth: depth
        area: area, footprint, floor space
        capacity: volume, battery capacity, storage, memory
        noise: noise, noise level
        resolution: resolution
        protection: protection, ip rating, protection class, ingress protection
        cycle time: cycle time, cycle, takt time, response time
        battery life: battery life, runtime, run time
        warranty: warranty, guarantee
        lifetime: lifetime, service life, life
        purity: purity, concentration
        efficiency: efficiency, yield
        """

    /// Only behind the value: 10公斤级, 5米长, "2 m long".
    private static let behind = """
        length: long
        width: wide
        height: high, tall
        thickness: thick
        depth: deep
        weight: heavy
        """
}
