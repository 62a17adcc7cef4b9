/// What a specification is measured in.
struct PhysicalUnit: Sendable, Equatable {
    /// In its common spelling.
    var name: String
    /// What one of them is in the common one: 斤 is half a kilogram.
    var factor = 1.0
    /// Says nothing unless the name of what is measured stands beside it: 3 s, 5%.
    var needsName = false
    /// 六轴, 三相: the unit says what is counted.
    var isCount: Bool { name == "axis" || name == "phase" || name == "dof" }
    /// May be below zero.
    var isSigned: Bool { name == "℃" || name == "°" || name == "℉" || name == "dBm" }
}

/// Units of measurement as people write them, and their common spelling.
enum Units {
    /// nil: begins like a unit and is none.
    static let lexicon = Lexicon<PhysicalUnit?>(
        Vocabulary.words(table) { unit($0) }.map { ($0.0, $0.1) } + Vocabulary.list(others).map { ($0, nil) })

    /// `kg 0.5` has a factor; `s !` needs a name.
    private static func unit(_ meaning: String) -> PhysicalUnit {
        let parts = meaning.split(separator: " ")
        return PhysicalUnit(
            name: String(parts[0]), factor: parts.dropFirst().lazy.compactMap { Double($0) }.first ?? 1,
            needsName: parts.last == "!")
    }

    private static let table = """
        kg: kg, kgs, kilo, kilos, kilogram, kilograms, 公斤, 千克, ㎏, kgf, 公斤力
        kg 0.5: 斤, 市斤
        g: g, gram, grams, 克
        mg: mg, 毫克
        t: t, ton, tons, tonne, tonnes, 吨, 公吨
        lb: lb, lbs, 磅, 英磅
        lb !: pound, pounds
        oz: oz, ounce, ounces, 盎司
        mm: mm, millimeter, millimeters, millimetre, millimetres, 毫米, ㎜, 毫米级
        mm 0.01: 丝, 条丝
        cm: cm, centimeter, centimeters, centimetre, centimetres, 厘米, 公分, ㎝
        dm: dm, 分米
        m: m, meter, meters, metre, metres, 米
        km: km, kilometer, kilometers, kilometre, kilometres, 公里, 千米, ㎞
        μm: um, µm, μm, micron, microns, micrometer, micrometers, 微米, ㎛
        nm: 纳米, nanometer, nanometers
        in: inch, inches, 英寸, 寸, in., ''
        ft: ft, feet, foot, 英尺
        m²: m2, m², ㎡, sqm, square meter, square meters, square metres, 平方米, 平米, 平方, 平
        mm²: mm2, mm², 平方毫米, 平方线
        m³: m3, m³, cbm, cubic meter, cubic meters, cubic metres, 立方米, 立方, 方
        L: l, liter, liters, litre, litres, 升, 公升
        mL: ml, milliliter, milliliters, 毫升, cc
        gal: gallon, gallons, 加仑
        V: v, volt, volts, vac, vdc, 伏, 伏特, v ac, v dc
        kV: kv, 千伏
        mV: mv, 毫伏
        A: a, amp, amps, ampere, amperes, 安培, 安
        mA: ma, 毫安
        Ah: ah, 安时
        mAh: mah, 毫安时
        W: w, watt, watts, 瓦, 瓦特
        kW: kw, kilowatt, kilowatts, 千瓦
        MW: mw, megawatt, megawatts, 兆瓦
        kVA: kva, 千伏安
        kWh: kwh, 千瓦时, 度电
        Wh: wh, 瓦时
        hp: hp, horsepower, 马力, 匹马力, 匹
        Hz: hz, hertz, 赫兹, 赫
        kHz: khz, 千赫
        MHz: mhz, 兆赫
        GHz: ghz, 吉赫
        r/min: rpm, r/min, rev/min, 转/分, 转每分, 转每分钟, 转/分钟, 转, r.p.m.
        MPa: mpa, 兆帕, megapascal
        kPa: kpa, 千帕
        Pa: pa, pascal, pascals, 帕
        bar: bar, bars, 巴, 公斤压力
        psi: psi
        N: n, newton, newtons, 牛, 牛顿
        kN: kn, 千牛
        N·m: nm, n.m, n·m, n*m, n-m, newton meter, newton meters, newton metres, 牛米, 牛·米, 牛顿米
        ℃: ℃, °c, degc, deg c, degrees c, degrees celsius, celsius, 摄氏度, 度c
        ℉: ℉, °f, degrees f, degrees fahrenheit, fahrenheit, 华氏度
        °: °, º, deg, degree, degrees, 度
        dB: db, dba, db(a), decibel, decibels, 分贝
        dBm: dbm
        L/min: l/min, lpm, liters per minute, litres per minute, 升/分, 升每分, 升/分钟, 升每分钟
        m³/h: m3/h, m³/h, 立方/小时, 方/小时, 立方米/小时, 立方每小时, cubic meters per hour, 方每小时
        m/s: m/s, meters per second, metres per second, 米/秒, 米每秒
        m/min: m/min, 米/分, 米每分, 米/分钟, 米每分钟
        mm/s: mm/s, 毫米/秒, 毫米每秒
        km/h: km/h, kmh, kph, 公里/小时, 公里每小时
        °/s: °/s, deg/s, 度/秒, 度每秒
        Ω: ω, ohm, ohms, 欧姆, Ω
        kΩ: kω, kohm, 千欧, kΩ
        MΩ: mω, mohm, 兆欧, MΩ
        GB: gb, gigabyte, gigabytes
        TB: tb, terabyte, terabytes
        MB: mb, megabyte, megabytes
        Mbps: mbps, mbit/s
        Gbps: gbps, gbit/s
        MP: megapixel, megapixels, 万像素
        px: px, pixel, pixels, 像素
        bit: bit, bits
        lm: lm, lumen, lumens, 流明
        lx: lux, 勒克斯
        K: kelvin
        ppm: ppm
        AWG: awg
        axis: 轴, 个轴, axis, axes, -axis, axle
        dof: 自由度, 个自由度, dof, -dof, degrees of freedom
        phase: 相, phase, -phase, phases
        core: 核, 芯, core, cores, -core
        channel: 通道, 路, channel, channels, -channel
        grade: 级
        mesh: 目, mesh
        inch: 吋
        s !: s, sec, secs, second, seconds, 秒, 秒钟
        ms: ms, 毫秒
        min !: min, mins, minute, minutes, 分钟
        h !: h, hr, hrs, hour, hours, 小时, 个小时, 钟头
        day !: 天, day, days
        month !: 个月, month, months
        year !: 年, year, years
        % !: %, percent, pct
        times !: 次, cycles, times, 万次
        """

    private static let others = """
        m网口, m网, m网卡, m宽带, m带宽, m以太网, 安装, 安全, 安排, 安徽, 转账, 转人工, 转发, 转接, 转让, 转给, 升级, 升降机, 升到, 轴承, 轴套, 轴向, 轴距, 轴心, 度假, 米其林, 米线, 平台, 平板, 平时, 平均, 平安, 平顶
        方式, 方案, 方面, 方法, 方便, 方向, 方形, 方钢, 方管, 相机, 相关, 相比, 相当, 相同, 路线, 路由, 路口, 路由器, 级别, 核心, 核对, 核实, 芯片, 克服, 克隆, 牛皮, 牛奶, 马力强
        磅礴, 寸步, 匹配, 匹布, 道理, 道路, 道工序, 丝杆, 丝杠, 丝网, 目前, 目标, 目录, 目的, 巴士, 巴西, 帕金森, 赫尔, 伏特加, 秒杀, 天猫, 天津, 年份, 年前, 年后, 年内, 年底, 年初
        a piece, a set, a unit, a day, a month, a year, a week, a time, a robot, a lot, a pop, a pc, in stock, in total
        """
}
