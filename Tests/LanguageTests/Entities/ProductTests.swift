import Testing

@testable import Language

@Suite struct ProductTests {
    private static let reader = EntityReader(catalogue: .sample)

    @Test(arguments: Row.table(rows))
    func `finds the products a text names`(row: Row) {
        #expect(Self.reader.names(.product, in: row.text) == row.expected)
    }

    /// The ids; + where a name is that of several, ~ where it was corrected or guessed.
    private static let rows = """
        One day I need 50 units => P007
        one unit is enough
        P0012
        AP001
        P001.5
        P001-2024
        P001/P002 => P001; P002
        p001=>P001
        Ｐ００１ => P001
        P-001 => P001
        P 001 => P001
        P0-01
        工业机器人 => P001
        工業機器人 => P001
        工业 机器人 => P001
        我要买工业机器人50台 => P001
        工业机器认 => P001~
        工业几器人 => P001~
        工业机人 => P001~
        工机器人 => P001~
        工业器人多少钱 => P001~
        我要工业器机人50台 => P001~
        业工机器人 => P001~
        工业机器入 => P001~
        工业及其人有货吗 => P001~
        伺服点击 => P003~
        伺机服电
        工业机器
        业机器人
        工业机
        服电机
        视觉感器 => P006~
        觉视传感器 => P006~
        码机垛
        公业机器人多少钱 => P001~
        公业几器人
        工艺机器人
        工业
        机器人多少钱
        机器 人
        gongye jiqiren => P001~
        gongyejiqiren多少钱 => P001~
        Gong Ye Ji Qi Ren => P001~
        gongyejiqirenduoshaoqian => P001~
        gong ye
        gyjqr
        sifudianji duoshaoqian => P003~
        sifudianjix
        howmuchisP001 => P001
        howmuchisXR200 => P005
        needXR-200 => P005
        XR200price => P005
        xr200abcd
        servomotorprice => P003
        pricecobot
        sevro moter
        conveyr bellt => P010~
        palletizr prro => P004~
        convyr bellt
        IRB价格 => P001
        irbs => P001
        cobots => P002
        Cobot's price => P002
        How much is a cobt? => P002~
        cobto => P002~
        coobot => P002~
        obot
        cobod => P002~
        垛机师傅什么时候来
        电机坏了 => P003~
        conveyor bellt => P010~
        dobot
        robot
        comot and cobit => P002~; P002~
        協作機器人和工業機器人 => P002; P001
        伺服电机 => P003
        伺服电积 => P003~
        sifu dianji => P003~
        si fu dian ji => P003~
        servo motor => P003
        servomotor => P003
        Servo-Motors => P003
        servo-
        sevro motor => P003~
        servo moter => P003~
        serv motor => P003~
        ervo motor => P003~
        ser vo motor
        servoo motors please => P003~
        palletizer pro => P004
        palletiser pro => P004~
        palletizerpro => P004
        palletizer => 
        pro
        码垛机 => P004
        码朵机
        maduoji => P004~
        XR200 => P005
        xr 200 => P005
        XR-200 => P005
        XR--200 => P005
        XR-2000
        XR-201
        XP-200
        XR 20 0
        xr200s
        XR200的价格 => P005
        买XR200和P002 => P005; P002
        vision sensor => P006
        vison sensor => P006~
        vision censor => P006~
        视觉传感器 => P006
        视觉传感气 => P006~
        传感器怎么接线 => P006~
        这款传感器 => P006~
        温度传感器
        that sensor => P006~
        a pressure sensor
        sensors => P006~
        控制柜 => P008+P009
        IP65控制柜 => P009
        ip 65 控制柜 => P009
        控制鬼
        输送带和码垛机 => P010; P004
        conveyor belts => P010
        conveyer belt => P010~
        conveyor
        how long is the belt? => P010~
        seat belt
        80012345 => 80012345
        180012345
        8001-2345
        M8螺栓 => 80012345
        m8 螺栓 => 80012345
        西门子plc => P012
        ximenzi plc => P012~
        西门子 => 
        S71200 => P012
        s71200多少钱 => P012
        S71201
        8001 2345
        S7 12 00
        s7-1200 => P012
        S7 1200 => P012
        绿光激光器 => P013
        lvguang jiguangqi => P013~
        luguang jiguangqi => P013~
        激光器坏了 => P013~
        👍🏽XR200👍 => P005
        """

    @Test func `says how sure it is`() {
        let confidences = ["工业机器人", "工业 机器人", "工业机器认", "gongye jiqiren", "cobto", "that sensor"].map {
            Self.reader.read($0).first?.confidence
        }
        #expect(confidences == [1, 0.95, 0.8, 0.85, 0.75, 0.6])
    }

    @Test func `gives the span of the text as it was written`() {
        let entity = Self.reader.read("  請問\u{200B} 工業機\u{200B}器人，多少錢").first
        #expect(entity?.text == "工業機\u{200B}器人")
        #expect(entity?.span == 6..<12)
    }
}
