@testable import Language

extension ProductNames {
    /// A small catalogue of everything that makes names hard to find.
    static let sample = ProductNames([
        Product(id: "P001", name: "工业机器人", aliases: ["六轴机械臂", "IRB"], category: "机器人"),
        Product(id: "P002", name: "协作机器人", aliases: ["Cobot"], category: "机器人"),
        Product(id: "P003", name: "伺服电机", aliases: ["servo motor"], category: "电机"),
        Product(id: "P004", name: "Palletizer Pro", aliases: ["码垛机"], category: "包装设备"),
        Product(id: "P005", name: "XR-200", category: "视觉"),
        Product(id: "P006", name: "视觉传感器", aliases: ["vision sensor"], category: "传感器"),
        Product(id: "P007", name: "One"),
        Product(id: "P008", name: "控制柜"),
        Product(id: "P009", name: "控制柜", aliases: ["IP65控制柜"]),
        Product(id: "P010", name: "Conveyor Belt", aliases: ["输送带"]),
        Product(id: "80012345", name: "M8螺栓"),
        Product(id: "P012", name: "西门子PLC", aliases: ["S7-1200"]),
        Product(id: "P013", name: "绿光激光器"),
    ])
}
