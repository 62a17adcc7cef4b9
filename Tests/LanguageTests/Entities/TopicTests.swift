import Testing

@testable import Language

@Suite struct TopicTests {
    @Test(arguments: Row.table(rows))
    func `names what is spoken of`(row: Row) {
        let reader = EntityReader(catalogue: .sample)
        let topic = reader.topic(of: reader.read(row.text), in: Passage(FoldedText(row.text), of: row.text))
        #expect(topic == row.expected.first)
    }

    private static let rows = """
        你好
        多少钱
        工业机器人多少钱 => 工业机器人
        P001 => 工业机器人
        gongye jiqiren => 工业机器人
        机器人多少钱 => 机器人
        你们有哪些传感器 => 传感器
        电机和机器人 => 机器人
        工业机器人和电机 => 电机
        电机和工业机器人 => 工业机器人
        协作机器人还是工业机器人 => 工业机器人
        要工业机器人，不要协作机器人 => 工业机器人
        不要机器人
        控制柜 => 控制柜
        how much is the cobot => 协作机器人
        servo motors and XR200 => XR-200
        包装设备 => 包装设备
        """
}
