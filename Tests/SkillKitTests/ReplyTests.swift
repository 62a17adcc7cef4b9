import CSkillABI
import Testing

@testable import SkillKit

@Suite struct ReplyTests {
    @Test func `an empty reply is an empty map`() {
        #expect(Reply().value == [:])
    }

    @Test func `an answer is one thing to say`() {
        #expect(Reply.answer("hi").value == ["say": [["kind": "answer", "text": "hi"]]])
    }

    @Test func `every part has its place`() {
        var reply = Reply()
        reply.say("which size?", as: .question, priority: 3, actions: ["S", "M"])
        reply.say("half price", as: .offer, offer: "o1")
        reply.write(Key<Int>("shop.size"), 42)
        reply.unset(Key<String>("shop.colour"))
        reply.put("carts", "u1", ["items": 2], version: 7)
        reply.delete("carts", "u2")
        reply.emit("cart.changed", ["items": 2])
        reply.notify("look", competence: "sales")
        reply.webhook("cart.changed")
        reply.handOff(because: "asked for a human")
        reply.handOff(because: "hot", competence: "sales", priority: 10, note: ["budget": 50_000])
        reply.claim = true
        reply.because = "a cart was named"
        #expect(
            reply.value == [
                "say": [
                    ["kind": "question", "text": "which size?", "priority": 3, "actions": ["S", "M"]],
                    ["kind": "offer", "text": "half price", "offer": "o1"],
                ],
                "writes": ["shop.size": 42], "unset": ["shop.colour"],
                "store": [
                    ["op": "put", "collection": "carts", "id": "u1", "document": ["items": 2], "version": 7],
                    ["op": "delete", "collection": "carts", "id": "u2"],
                ],
                "emit": [["name": "cart.changed", "data": ["items": 2]]],
                "effects": [
                    ["kind": "notify", "text": "look", "competence": "sales", "data": .null],
                    ["kind": "webhook", "event": "cart.changed", "data": .null],
                    ["kind": "handoff", "reason": "asked for a human"],
                    [
                        "kind": "handoff", "reason": "hot", "competence": "sales", "priority": 10,
                        "note": ["budget": 50_000],
                    ],
                ],
                "claim": true, "because": "a cart was named",
            ])
    }

    @Test func `a result and a page have their place`() {
        var reply = Reply()
        reply.page = Reply.Page(html: "<p>thank you</p>", status: 422)
        reply.result = ["level": 2]
        reply.write(Key<Int>("shop.size"), 42)
        reply.because = "asked"
        #expect(
            reply.value == [
                "page": ["html": "<p>thank you</p>", "status": 422], "result": ["level": 2],
                "writes": ["shop.size": 42], "because": "asked",
            ])
    }

    @Test func `what people wrote is shown and not obeyed`() {
        #expect(
            Reply.Page.escaped("<b title=\"it's\">5 & 6</b> 好")
                == "&lt;b title=&quot;it&#39;s&quot;&gt;5 &amp; 6&lt;/b&gt; 好")
    }
}

extension Reply {
    /// What the host would read; nil when the bytes are not as the header wants them.
    var value: Value? {
        var encoder = Encoder()
        encode(into: &encoder)
        let bytes = encoder.array()
        var offset: UInt64 = 0
        let fault = bytes.withUnsafeBufferPointer { sk_cbor_check(sk_bytes($0), 1 << 16, &offset) }
        return fault == nil ? Value(decoding: bytes) : nil
    }
}
