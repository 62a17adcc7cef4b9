import ConciergeCore

/// What a trace says besides what skills said, in the reader's language; English is what the record says.
struct TraceWords {
    let isChinese: Bool

    init(locale: String) { isChinese = locale.hasPrefix("zh") }

    func callAsFunction(_ word: String) -> String { isChinese ? Self.chinese[word] ?? word : word }

    var also: String { isChinese ? "，还有 " : ", and " }
    var about: String { isChinese ? "关于" : "about " }
    func again(_ times: Int64) -> String { isChinese ? "重跑 \(times) 次" : "run again \(times) times" }

    private static let chinese = [
        "turn": "轮次", "message": "消息", "event": "事件", "action": "操作", "page": "页面", "customer": "客户",
        "conversation": "对话", "bot": "机器人", "queued": "等待人工", "human": "人工接待", "closed": "已结束",
        "ran": "已运行", "skipped": "跳过", "failed": "失败", "late": "超时", "unavailable": "停用", "observed": "旁观",
        "passed over": "跳过", "then": "随后", "why": "原因", "said": "说了", "wrote": "写入", "read": "读取",
        "answer": "回答", "question": "反问", "offer": "推荐", "notice": "通知", "positive": "满意", "negative": "不满",
        "urgent": "着急",
    ]
}
