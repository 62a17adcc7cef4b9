import ConciergeCore
import HTTPServer
import Testing
import Threads

@testable import concierge

@Suite struct WebhookTests {
    @Test func `a signature is what Standard Webhooks says`() {
        let signature = WebhookCarrier.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: "1614265330",
            body: Array(#"{"test": 2432232314}"#.utf8), secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(arguments: [
        ("http://10.0.0.5:9000/hook", ["10.0.0.5:9000"], true),
        ("http://10.0.0.5:9000/hook", ["10.0.0.5"], true),
        ("http://10.0.0.5:9000/hook", ["10.0.0.6"], false), ("https://example.com/hook", [], false),
        ("http://10.0.0.5:9000/hook", ["10.0.0.5:9001"], false),
        ("https://CRM.local/hook", ["crm.local:443"], true),
        ("http://crm.local/hook", ["crm.local:443"], false),
        ("http://[fd00::5]:9000/hook", ["[fd00::5]:9000"], true),
        ("http://[fd00::5]:9000/hook", ["fd00::5"], true),
        ("http://[fd00::5]/hook", ["[fd00::6]"], false), ("http://[fd00::5]/hook", ["["], false),
        ("http://crm.local@10.0.0.5/hook", ["crm.local"], false),
        ("http://10.0.0.5/hook", ["10.0.0.0/8"], false),
    ])
    func `an address inside the house is reached only where it was written`(
        url: String, allowed: [String], isAllowed: Bool
    ) {
        let webhook = ConciergeCore.Configuration.Webhook(
            url: url, events: ["*"], secret: "", allowedNetworks: allowed)
        #expect(WebhookCarrier.isAllowed(webhook) == isAllowed)
    }

    @Test func `an event is posted after its commit, signed, and again until it is taken`() throws {
        let arrived = Mailbox<HTTPServer.Request>()
        let answers = Mailbox<Int>()
        for status in [500, 204] { answers.put(status) }
        let server = try Server.start(HTTPServer.Configuration()) { request, responder in
            arrived.put(request)
            responder.respond(Response(status: answers.take(until: 0) ?? 204))
        }
        defer { server.stop(grace: .zero) }
        let installation = try Installation(
            Installation.plain + """
                agents: [{ id: li }]
                webhooks:
                  - url: http://127.0.0.1:\(server.port)/hook
                    events: [conversation.taken]
                    secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                    allowed_networks: [127.0.0.0/8]

                """)
        defer { installation.remove() }
        let host = try RunningHost(installation)
        #expect(host.turn("hello", customer: "u1")?.status == 200)
        #expect(host.ask("POST", "/v1/conversations/k-u1/takeover", ["agent": "li"])?.status == 200)
        let first = try #require(arrived.take())
        let second = try #require(arrived.take())
        #expect(second.body == first.body)
        #expect(second.headers["webhook-id"] == first.headers["webhook-id"])
        let body = try JSON.decode(second.body)
        #expect(body["type"] == "conversation.taken")
        #expect(body["data"]?["conversation"] == "k-u1")
        let signature = WebhookCarrier.signature(
            id: second.headers["webhook-id"] ?? "", timestamp: second.headers["webhook-timestamp"] ?? "",
            body: second.body, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        #expect(second.headers["webhook-signature"] == signature)
    }
}
