import Testing

@testable import Language

@Suite struct SpecificationReaderTests {
    @Test(arguments: [
        ("-20℃以下", ["-20℃以下 = ≤-20 ℃"]),
        ("重复精度要在±0.05以内", ["重复精度要在±0.05 = 重复定位精度: -0.05…0.05"]),
        ("流量每分钟50升", ["流量每分钟50升 = 流量: 50 L/min"]),
        ("压力10公斤", ["压力10公斤 = 压力: 10 bar"]),
        ("8G内存", ["8G内存 = 容量: 8 GB"]),
        ("颜色要RAL7035", ["颜色要RAL7035 = 颜色: RAL7035"]),
        ("场地3×4米", ["场地3×4米 = 面积: 3x4 m"]),
        ("打给王工13512345678转8001", []),
        ("-20~60℃", ["-20~60℃ = -20…60 ℃"]), ("零下20度能用吗", ["零下20度 = -20 °"]),
        ("精度±0.02mm", ["精度±0.02mm = 精度: -0.02…0.02 mm"]), ("精度能到5丝", ["精度能到5丝 = 精度: 0.05 mm"]),
        ("负载10斤", ["负载10斤 = 负载: 5 kg"]), ("承重半吨", ["承重半吨 = 负载: 0.5 t"]), ("1.5匹空调", ["1.5匹 = 1.5 hp"]),
        ("304不锈钢", ["304不锈钢 = 不锈钢: 304"]),
        ("45号钢的轴", ["45号钢 = 钢: 45"]), ("材质316L", ["316L = 材质: 316L"]), ("M8×20的螺丝", ["M8×20 = M8x20"]),
        ("Ｍ８螺栓", ["Ｍ８ = M8"]), ("DN50阀门", ["DN50 = DN50"]), ("PN16法兰", ["PN16 = PN16"]),
        ("防护等级IP54", ["防护等级IP54 = 防护等级: IP54"]), ("IP67防护等级", ["IP67防护等级 = 防护等级: IP67"]),
        ("要IP65的", ["IP65 = IP65"]), ("电压AC220V", ["电压AC220V = 电压: 220 V"]),
        ("三相380V", ["三相 = 3 phase", "380V = 380 V"]),
        ("380伏", ["380伏 = 380 V"]), ("六轴", ["六轴 = 6 axis"]), ("6轴机器人", ["6轴 = 6 axis"]),
        ("7个自由度", ["7个自由度 = 7 dof"]), ("负载10公斤", ["负载10公斤 = 负载: 10 kg"]), ("10公斤负载", ["10公斤负载 = 负载: 10 kg"]),
        ("10kg的负载", ["10kg的负载 = 负载: 10 kg"]), ("負載十公斤", ["負載十公斤 = 负载: 10 kg"]),
        ("负载：≥20kg", ["负载：≥20kg = 负载: ≥20 kg"]), ("负载不低于二十公斤", ["负载不低于二十公斤 = 负载: ≥20 kg"]),
        ("负载大概在10公斤左右", ["负载大概在10公斤左右 = 负载: ~10 kg"]), ("臂展1.4m", ["臂展1.4m = 臂展: 1.4 m"]),
        ("负载10公斤臂展1.4米的", ["负载10公斤 = 负载: 10 kg", "臂展1.4米 = 臂展: 1.4 m"]),
        ("功率大于3千瓦", ["功率大于3千瓦 = 功率: ≥3 kW"]), ("0.75kW", ["0.75kW = 0.75 kW"]), ("50Hz", ["50Hz = 50 Hz"]),
        ("转速3000转", ["转速3000转 = 转速: 3000 r/min"]), ("噪音低于70分贝", ["噪音低于70分贝 = 噪音: ≤70 dB"]),
        ("工作温度0到45度", ["工作温度0到45度 = 温度: 0…45 ℃"]), ("扭矩50N·m", ["扭矩50N·m = 扭矩: 50 N·m"]),
        ("流量200升/分", ["流量200升/分 = 流量: 200 L/min"]), ("气压0.6兆帕", ["气压0.6兆帕 = 压力: 0.6 MPa"]),
        ("600*400*300mm", ["600*400*300mm = 600x400x300 mm"]),
        ("分辨率1920×1080", ["分辨率1920×1080 = 分辨率: 1920x1080"]), ("质保两年", ["质保两年 = 质保: 2 year"]),
        ("节拍3秒", ["节拍3秒 = 节拍: 3 s"]), ("续航8小时", ["续航8小时 = 续航: 8 h"]),
        ("５米长的电缆", ["５米长 = 长度: 5 m"]), ("10寸屏", ["10寸 = 10 in"]), ("16GB内存", ["16GB内存 = 容量: 16 GB"]),
        ("湿度80%", ["湿度80% = 湿度: 80 %"]), ("一点五千瓦", ["一点五千瓦 = 1.5 kW"]),
        ("48V 20Ah电池", ["48V = 48 V", "20Ah = 20 Ah"]),
    ])
    func `reads what Chinese buyers require`(text: String, found: [String]) {
        #expect(Facts.of(.specification, in: text) == found)
    }

    @Test(arguments: [
        ("10 pound payload", ["10 pound payload = payload: 10 lb"]),
        ("twenty-four volts DC", ["twenty-four volts = 24 V"]),
        ("a 3-year warranty", ["3-year warranty = warranty: 3 year"]),
        ("cycle time under 0.4s", ["cycle time under 0.4s = cycle time: ≤0.4 s"]),
        ("5G modules", []),
        ("-40°C to 85°C", ["-40°C to 85°C = -40…85 ℃"]),
        ("repeatability +/-0.05 mm", ["repeatability +/-0.05 mm = repeatability: -0.05…0.05 mm"]),
        ("1,5 kg", ["1,5 kg = 1.5 kg"]), ("27-inch monitor", ["27-inch = 27 in"]),
        ("6-axis arm", ["6-axis = 6 axis"]), ("4 axes", ["4 axes = 4 axis"]),
        ("payload 10 kg", ["payload 10 kg = payload: 10 kg"]),
        ("10 kg payload", ["10 kg payload = payload: 10 kg"]),
        ("a payload of at least 20 kg", ["payload of at least 20 kg = payload: ≥20 kg"]),
        ("with 1.4 m reach", ["1.4 m reach = reach: 1.4 m"]),
        ("reach 1400mm", ["reach 1400mm = reach: 1400 mm"]), ("IP 65", ["IP 65 = IP65"]),
        ("ip65 rated", ["ip65 = IP65"]), ("G1/2 thread", ["G1/2 = G1/2"]), ("M12x1.5", ["M12x1.5 = M12x1.5"]),
        ("24VDC", ["24VDC = 24 V"]), ("12-24V", ["12-24V = 12…24 V"]), ("3-phase", ["3-phase = 3 phase"]),
        ("50 Nm torque", ["50 Nm torque = torque: 50 N·m"]), ("cable 5 m long", ["5 m long = length: 5 m"]),
        ("warranty of 2 years", ["warranty of 2 years = warranty: 2 year"]),
        ("cycle time 3 s", ["cycle time 3 s = cycle time: 3 s"]), ("stainless? 316L", ["316L = 材质: 316L"]),
        ("304 stainless steel", ["304 stainless steel = stainless steel: 304"]),
        ("100mm x 50mm", ["100mm x 50mm = 100x50 mm"]), ("3000 rpm", ["3000 rpm = 3000 r/min"]),
        ("noise below 70 dB", ["noise below 70 dB = noise: ≤70 dB"]), ("up to 5 kg", ["up to 5 kg = ≤5 kg"]),
        ("RS485", ["RS485 = RS485"]), ("ISO9001", ["ISO9001 = ISO9001"]),
    ])
    func `reads what English buyers require`(text: String, found: [String]) {
        #expect(Facts.of(.specification, in: text) == found)
    }

    @Test(arguments: [
        "5安装", "给我3转人工", "5升级", "50轴承", "5g网络", "三台", "P001", "RB-20", "20天", "两年", "5%", "第三轴", "买50吨钢材",
        "五台山", "M", "1/2", "2026年3月", "2路由器", "一米其林", "100平台", "下午3点", "5块", "2相机",
        "2 years", "20 seconds", "2 a piece", "COVID-19", "version 1.2.3", "order 304", "Room 316", "a4",
        "10:30", "",
    ])
    func `takes no other number for a specification`(text: String) {
        #expect(Facts.of(.specification, in: text) == [])
    }
}
