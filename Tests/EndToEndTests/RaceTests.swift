import ConciergeCore
import Synchronization
import Testing
import Threads
import Unix

@Suite struct RaceTests {
    private static func echo(after milliseconds: Int) -> String {
        """
        store: sqlite:data/concierge.db
        turn: { join: 0ms, deadline: 30s, skill_deadline: 20s }
        skills:
          - name: slow-echo
            config: { delay_ms: \(milliseconds) }
        agents: [{ id: li }]

        """
    }

    @Test func `a takeover while a skill thinks is answered at once, and what the skill says is a draft`()
        throws
    {
        let installation = try Installation(Self.echo(after: 0))
        defer { installation.remove() }
        let host = try RunningHost(installation)
        #expect(host.turn("hello", customer: "u1")?.body.reply == "hello")
        try installation.write("config.yaml", Self.echo(after: 3000))
        #expect(host.ask("POST", "/v1/reload")?.status == 200)

        let ended = Mailbox<String>()
        let answer = Mutex<Value?>(nil)
        let waiting = try HostThread("waiting") {
            let body = host.turn("are you there", customer: "u1")?.body
            answer.withLock { $0 = body }
            ended.put("turn")
        }
        // The turn is inside once its connection stands beside ours.
        while (try host.gauge("concierge_http_connections")) < 2 {}
        let takeover = host.ask("POST", "/v1/conversations/k-u1/takeover", ["agent": "li"])
        ended.put("takeover")
        waiting.join()

        #expect(takeover?.status == 200)
        #expect(ended.takeAll() == ["takeover", "turn"])
        let turn = try #require(answer.withLock { $0 })
        #expect(turn["replies"] == [])
        #expect(turn["conversation"]?["status"] == "human")
        let drafts = host.ask("GET", "/v1/conversations/k-u1/drafts")?.body["items"]?.list
        #expect(drafts?.compactMap { $0["text"]?.text } == ["are you there"])
        let messages = host.ask("GET", "/v1/conversations/k-u1/messages")?.body["items"]?.list ?? []
        #expect(messages.filter { $0["author"] == "bot" }.compactMap { $0["text"]?.text } == ["hello"])
        #expect(host.ask("POST", "/v1/conversations/k-u1/release")?.status == 200)
        #expect(host.turn("back", customer: "u1")?.body.reply == "back")
    }

    @Test
    func `one customer in four conversations at once, and staff beside them: every message counts once`()
        throws
    {
        let installation = try Installation()
        defer { installation.remove() }
        let host = try RunningHost(installation)
        let replies = Mutex<[String]>([])
        var threads = try (0..<4).map { number in
            try HostThread("conversation") {
                for _ in 0..<25 {
                    let turn: Value = [
                        "text": "hello", "customer": "u1", "conversation": .text("k\(number)"),
                    ]
                    let reply = host.ask("POST", "/v1/turns", turn)?.body.reply
                    replies.withLock { $0.append(reply ?? "no answer") }
                }
            }
        }
        let refused = Mutex(0)
        threads.append(
            try HostThread("staff") {
                for number in 0..<25 {
                    let change: Value = ["name": .text("name \(number)")]
                    let answer = host.ask("PUT", "/v1/customers/u1", change)
                    if ![200, 201].contains(answer?.status) { refused.withLock { $0 += 1 } }
                }
            })
        for thread in threads { thread.join() }
        #expect(refused.withLock { $0 } == 0)
        let expected = Set((1...100).map { "This is your message number \($0)." })
        #expect(replies.withLock { $0.count } == 100)
        #expect(replies.withLock { Set($0) } == expected)
        let visits = host.ask("GET", "/v1/collections/visits?customer=u1")?.body["items"]?.list
        #expect(visits?.compactMap { $0["count"]?.int } == [100])
        #expect(host.ask("GET", "/v1/customers/u1")?.body["name"] == "name 24")
        let conversations = host.ask("GET", "/v1/conversations?customer=u1")?.body["items"]?.list
        #expect(conversations?.compactMap { $0["customer_turns"]?.int } == [25, 25, 25, 25])
    }
}
