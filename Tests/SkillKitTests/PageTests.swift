import CSkillABI
import Synchronization
import Testing

@testable import SkillKit

@Suite struct PageTests {
    enum DoesAsked: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            var reply = Reply()
            if let action = turn.action {
                reply.result = [
                    "name": .text(action.name), "input": action.input, "by": .text(action.by ?? "-"),
                ]
            }
            if let page = turn.page {
                let fields = page.form.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                reply.page = Reply.Page(
                    html: "\(page.name) \(page.isPost) \(page.data["n"]?.int ?? 0) \(fields) \(page.locale)")
            }
            return reply
        }
    }

    @Test func `an action has name, input and who asks`() throws {
        let running = try Running(Scripted<DoesAsked>.self)
        let asked = try running.answer([
            "turn.kind": "action", "action.name": "escalate", "action.input": ["level": 2], "action.by": "li",
        ])
        #expect(asked.reply == ["result": ["name": "escalate", "input": ["level": 2], "by": "li"]])
        let bare = try running.answer(["action.name": "close"])
        #expect(bare.reply == ["result": ["name": "close", "input": [:], "by": "-"]])
    }

    @Test func `a page has name, method, data, form and locale`() throws {
        let outcome = try Running(Scripted<DoesAsked>.self).answer([
            "turn.kind": "page", "page.name": "survey", "page.method": "POST", "page.data": ["n": 7],
            "page.form": ["stars": "5", "note": "好"], "page.locale": "zh-CN",
        ])
        #expect(
            outcome.reply == [
                "page": ["html": "survey true 7 [\"note=好\", \"stars=5\"] zh-CN", "status": 200]
            ])
        let looked = try Running(Scripted<DoesAsked>.self).answer([
            "page.name": "survey", "page.method": "GET",
        ])
        #expect(looked.reply == ["page": ["html": "survey false 0 [] ", "status": 200]])
    }

    @Test func `a message is neither`() throws {
        #expect(try Running(Scripted<DoesAsked>.self).answer(["turn.text": "hi"]).reply == [:])
    }

    enum MakesLink: TurnScript {
        static func run(_ turn: Turn) throws -> Reply {
            let link = try turn.links.make(
                "survey", data: ["ticket": "t1"], expires: Timestamp(milliseconds: 9000))
            return .answer("\(link.url) \(link.token)")
        }
    }

    @Test func `a link is asked for and handed on`() throws {
        let host = FakeHost { service, _ in
            (SK_OK, Value.map(["url": .text("http://h/p/s/T"), "token": .text(service)]).encoded)
        }
        let outcome = try Running(Scripted<MakesLink>.self, host: host).answer()
        #expect(outcome.reply == ["say": [["kind": "answer", "text": "http://h/p/s/T sk.links/1"]]])
        #expect(
            host.requests.withLock { $0 } == [
                [
                    "op": "make", "page": "survey", "data": ["ticket": "t1"],
                    "expires": .time(Timestamp(milliseconds: 9000)),
                ]
            ])
    }
}
