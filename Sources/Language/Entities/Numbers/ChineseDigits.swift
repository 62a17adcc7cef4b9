/// What each scalar does in a Chinese number.
enum ChineseDigits {
    enum Role: Equatable {
        case none, zero, half
        case digit(Double)
        case unit(Double)
        /// 廿, 卅: a digit and its ten in one.
        case tens(Double)
        /// 俩, 仨: with the measure word in it.
        case counted(Double)
        /// 几, 数: a few.
        case few
    }

    static func role(_ scalar: Unicode.Scalar) -> Role {
        switch scalar {
        case "零", "〇": .zero
        case "一", "壹", "幺": .digit(1)
        case "二", "贰", "两": .digit(2)
        case "三", "叁": .digit(3)
        case "四", "肆": .digit(4)
        case "五", "伍": .digit(5)
        case "六", "陆": .digit(6)
        case "七", "柒": .digit(7)
        case "八", "捌": .digit(8)
        case "九", "玖": .digit(9)
        case "十", "拾": .unit(10)
        case "百", "佰": .unit(100)
        case "千", "仟": .unit(1000)
        case "万": .unit(10_000)
        case "亿": .unit(100_000_000)
        case "廿": .tens(20)
        case "卅": .tens(30)
        case "俩", "仨": .counted(scalar == "俩" ? 2 : 3)
        case "几", "数": .few
        case "半": .half
        default: .none
        }
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3007 && role(scalar) != .none }

    /// Before these 数 is "number", not "several": 人数, 轴数, 参数.
    static let endsInNumber: Set<Unicode.Scalar> = [
        "人", "次", "轴", "总", "参", "个", "件", "台", "套", "倍", "指", "分", "函", "多", "少", "整", "系", "位", "岁", "代",
    ]
    /// After a number that ends in 一 these belong to it; before anything else 一 starts the next: 五千一台.
    static let continuesAfterOne: Set<Unicode.Scalar> = [
        "块", "元", "多", "余", "来", "美", "欧", "港", "日", "的", "左", "以", "到", "至", "呢", "吧", "行", "可", "能",
    ]
}
