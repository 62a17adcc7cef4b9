import ConciergeCore
import Engine
import HTTPServer
import Threads

/// Where messages come in: our own shape, and the one of Rasa's REST channel.
struct TurnRoutes: Sendable {
    let engine: Engine
    let settings: GatewaySettings
    let times: Histogram
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .post, "/v1/turns", "Says something as a customer, and gets the answer after it is kept",
                access: .token(.turns),
                query: [
                    .optional("trace", .flag, "Also what every skill did; needs the scope 'staff'")
                ],
                body: .init(schema: .turn),
                answers: [
                    .json(200, .named("Turn"), "what is said to the customer"),
                    .refusal(409, "the conversation is another customer's, or closed"),
                ], on: .loop, handler: take),
            Route(
                .post, "/webhooks/rest/webhook", "The same in the shape of Rasa's REST channel",
                access: .restChannel, body: .init(schema: .rasaMessage),
                answers: [
                    .json(200, .list(of: .named("RasaReply")), "what is said to the customer"),
                    .refusal(409, "the customer was erased meanwhile"),
                ], on: .loop, handler: takeFromRasa),
        ]
    }

    private func take(_ call: Call, _ reply: Reply) throws {
        let isTraced = call.query["trace"]?.bool ?? false
        if isTraced, call.scope == .turns {
            throw Refusal(
                403, "forbidden",
                "query: 'trace' shows what is known of the customer; use a token of the scope 'staff'")
        }
        submit(inbound(try call.body()), reply) { [self] outcome in
            if isTraced { return answer(outcome, reply) }
            reply.send(Response(headers: .json, body: outcome.json))
        }
    }

    private func inbound(_ body: [String: Value]) -> Inbound {
        var inbound = Inbound(channel: "rest", text: "")
        // One pass instead of seven look-ups: every turn comes through here.
        for (name, value) in body {
            switch name {
            case "text": inbound.text = value.text ?? ""
            case "channel": inbound.channel = value.text ?? inbound.channel
            case "conversation": inbound.conversation = value.text
            case "customer": inbound.customer = value.text
            case "message_id": inbound.messageID = value.text
            case "locale": inbound.locale = value.text
            case "attachments": inbound.attachments = value.list ?? []
            default: break  // The schema lets nothing else through.
            }
        }
        inbound.joins = settings.joiningChannels.contains(inbound.channel)
        return inbound
    }

    /// With its trace; that of a repeated message is in the store.
    private func answer(_ outcome: TurnOutcome, _ reply: Reply) {
        if let record = outcome.record {
            return reply.send(Response(headers: .json, body: outcome.json(with: record.trace)))
        }
        let isTaken = desk.run { [engine] in
            do {
                let record = try engine.store.read { try $0.turn(outcome.answer.turn) }
                reply.send(Response(headers: .json, body: outcome.json(with: record?["trace"])))
            } catch {
                reply.refuse(error)
            }
        }
        if !isTaken { reply.send(Response(headers: .json, body: outcome.json)) }
    }

    private func takeFromRasa(_ call: Call, _ reply: Reply) throws {
        let body = try call.body()
        var inbound = Inbound(channel: "rest", text: body["message"]?.text ?? "")
        inbound.customer = body["sender"]?.text
        inbound.messageID = body["message_id"]?.text
        submit(inbound, reply) { reply.send(Response(headers: .json, body: $0.answer.rasaJSON)) }
    }

    private func submit(
        _ inbound: Inbound, _ reply: Reply, answer: @escaping @Sendable (TurnOutcome) -> Void
    ) {
        let began = monotonicNanoseconds()
        engine.submit(inbound) { [times] result in
            times.add(microseconds: (monotonicNanoseconds() - began) / 1000)
            switch result {
            case .failure(let failure): reply.refuse(failure)
            case .success(let outcome): answer(outcome)
            }
        }
    }
}

extension Schema {
    static let turn = Schema.object([
        .required("text", .text(1...16_384), "What the customer says"),
        .optional("channel", .channel, "'rest' when left out"),
        .optional(
            "conversation", .identifier,
            "The customer's open one on the channel when left out, else a new one"),
        .optional("customer", .identifier, "A new one when left out"),
        .optional(
            "message_id", .text(1...256), "The same id in the same conversation gets the recorded answer"),
        .optional("locale", .locale),
        .optional("attachments", .list(of: .map, atMost: 10)),
    ])

    static let rasaMessage = Schema.object([
        .required("sender", .identifier, "The customer"),
        .required("message", .text(1...16_384), "What the customer says"),
        .optional("message_id", .text(1...256)),
        .optional("input_channel", .text(0...256), "Not used; Rasa's clients send it"),
        .optional("metadata", .any, "Not used; Rasa's clients send it"),
    ])
}
