import ConciergeCore
import Testing

@testable import concierge

@Suite struct TraceViewTests {
    private let record: Value = [
        "turn": "t1", "kind": "message", "customer": "wang",
        "trace": [
            "context": [
                "turn.text": "坏了，急！", "intent.name": "technical_support", "intent.confidence": 0.916,
                "intent.all": ["technical_support", "complaint"], "topic": "机器人", "sentiment": "negative",
                "sentiment.urgent": true,
            ],
            "skills": [
                [
                    "skill": "desk", "version": "1.0.0", "status": "ran", "us": 5,
                    "because": "opened a ticket",
                    "said": [["kind": "notice", "text": "请稍候"]], "wrote": ["ticket.id": "T1"],
                    "read": ["turn.text"],
                ],
                ["skill": "offers", "version": "1.0.0", "status": "skipped", "because": "claimed by desk"],
            ],
        ],
        "answer": ["replies": [["kind": "notice", "text": "请稍候"]]],
    ]

    @Test func `a turn is told as it went: what was said, understood, done and why, and what followed`() {
        let event: Value = [
            "kind": "event",
            "trace": [
                "context": ["event.name": "ticket.created"],
                "skills": [
                    ["skill": "desk", "status": "skipped"],
                    ["skill": "clients", "status": "ran", "because": "risk 29 of 100"],
                ],
            ],
        ]
        let text = TraceView(style: Style(isColoured: false)).text(of: record, then: [event])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.dropFirst(3).joined(separator: "\n")
                == """
                  « 坏了，急！
                    technical_support 92 %, and complaint; about 机器人; negative, urgent

                  ● desk 1.0.0  ran  5 µs  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇
                      why   opened a ticket
                      said  notice: 请稍候
                      wrote ticket.id = T1
                      read  turn.text

                  ○ passed over: offers (claimed by desk)

                  » 请稍候

                  then
                  → ticket.created  clients: risk 29 of 100
                """)
    }

    @Test func `in a Chinese shop it is told in Chinese, and skills' words as they said them`() {
        let view = TraceView(style: Style(isColoured: false), words: TraceWords(locale: "zh-CN"))
        let lines = view.text(of: record).split(separator: "\n").map(String.init)
        #expect(lines[0] == "轮次 t1  消息")
        #expect(lines[1] == "客户 wang")
        #expect(lines[3] == "    technical_support 92 %，还有 complaint; 关于机器人; 不满, 着急")
        #expect(lines.contains("      原因  opened a ticket"))
        #expect(lines.contains("      说了  通知: 请稍候"))
        #expect(lines.contains("      写入  ticket.id = T1"))
        #expect(lines.contains("  ○ 跳过: offers (claimed by desk)"))
    }
}
