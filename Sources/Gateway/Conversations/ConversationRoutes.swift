import ConciergeCore
import Engine
import HTTPServer

/// The inbox: conversations, their messages, and what staff may do to them.
struct ConversationRoutes: Sendable {
    let engine: Engine
    let streams: Streams

    private static let unknown = Route.Answer.refusal(404, "no such conversation")
    private static let conflict = Route.Answer.refusal(409, "not in the status that it is in")
    private static let one = Route.Answer.json(200, .named("Conversation"), "the conversation as it is now")

    var routes: [Route] { reading + intervening + drafting }

    private var reading: [Route] {
        [
            Route(
                .get, "/v1/conversations", "Conversations", access: .token(.staff),
                query: .page + [
                    .optional("customer", .identifier), .optional("channel", .channel),
                    .optional("status", .choice(Conversation.Status.allCases.map(\.rawValue))),
                    .optional("agent", .identifier), .optional("assignee", .identifier),
                    .optional("sort", .choice(["opened_at", "-opened_at", "updated_at", "-updated_at"])),
                ], answers: [.json(200, .page(of: "Conversation"), "the conversations")], answer: list),
            Route(
                .get, "/v1/conversations/{id}", "One conversation", access: .token(.staff),
                answers: [Self.one, Self.unknown], answer: one),
            Route(
                .get, "/v1/conversations/{id}/events",
                "What became of it, in order: who took it, gave it back, ended it, and what skills told of it",
                access: .token(.staff),
                query: [.optional("limit", .integer(1...500), "The last ones; 100 when left out")],
                answers: [.json(200, .page(of: "Event"), "the events"), Self.unknown], answer: events),
            Route(
                .get, "/v1/conversations/{id}/messages",
                "Messages in order, as a list or, with 'Accept: text/event-stream', as they come",
                access: .token(.turns),
                query: [
                    .optional("after", .integer(0...Int64.max), "Only those with a higher 'seq'"),
                    .optional("limit", .integer(1...500), "50 when left out"),
                ],
                answers: [
                    .init(
                        status: 200, about: "the messages; 'next' is the next 'after'",
                        bodies: ["application/json": .page(of: "Message"), "text/event-stream": .any]),
                    Self.unknown,
                ], on: .desk, handler: messages),
        ]
    }

    private var intervening: [Route] {
        let bare = Route.Body(schema: .object([]), isRequired: false)
        return [
            Route(
                .post, "/v1/conversations/{id}/messages", "Says something as the agent who holds it",
                access: .token(.staff),
                body: .init(
                    schema: .object([
                        .required("text", .text(1...16_384)), .required("agent", .identifier),
                    ])),
                answers: [.json(201, .named("Message"), "said"), Self.unknown, Self.conflict], answer: say),
            Route(
                .post, "/v1/conversations/{id}/takeover", "A human holds it from now on; the bot is silent",
                access: .token(.staff),
                body: .init(
                    schema: .object([
                        .required("agent", .identifier),
                        .optional("force", .flag, "Also from another who holds it"),
                    ])),
                answers: [Self.one, Self.unknown, Self.conflict]
            ) { call in
                let body = try call.body()
                let id = try call.id(of: "conversation")
                let agent = try known(body["agent"]?.text ?? "")
                return .json(try engine.takeOver(id, agent: agent, force: body["force"]?.bool ?? false).value)
            },
            Route(
                .post, "/v1/conversations/{id}/release", "Gives it back to the bot", access: .token(.staff),
                body: bare, answers: [Self.one, Self.unknown, Self.conflict]
            ) { call in
                _ = try call.body()
                return .json(try engine.release(try call.id(of: "conversation")).value)
            },
            Route(
                .post, "/v1/conversations/{id}/close",
                "Ends it; the customer's next message begins a new one",
                access: .token(.staff), body: bare, answers: [Self.one, Self.unknown, Self.conflict]
            ) { call in
                _ = try call.body()
                return .json(try engine.close(try call.id(of: "conversation")).value)
            },
        ]
    }

    private var drafting: [Route] {
        [
            Route(
                .get, "/v1/conversations/{id}/drafts",
                "What the skills would have said while a human holds it", access: .token(.staff),
                answers: [.json(200, .page(of: "Message"), "the drafts"), Self.unknown], answer: drafts),
            Route(
                .post, "/v1/conversations/{id}/drafts/{seq}",
                "Sends a draft, as it is or mended, or drops it",
                access: .token(.staff),
                body: .init(
                    schema: .object([
                        .optional("approve", .flag), .optional("reject", .flag),
                        .optional("text", .text(1...16_384), "Said instead"),
                        .optional("agent", .identifier, "The one who holds it when left out"),
                    ])),
                answers: [
                    .json(
                        200,
                        .object([
                            .required("status", .choice(["sent", "rejected"])),
                            .optional("message", .named("Message")),
                        ]), "done"),
                    .refusal(404, "no such conversation or draft"), Self.conflict,
                ], answer: settle),
        ]
    }
}

extension ConversationRoutes {
    private func list(_ call: Call) throws -> Response {
        let query = call.page(filters: ["customer", "channel", "status", "agent", "assignee"])
        let page = try engine.store.read { try $0.conversations(query) }
        return .list(page.items.map(\.value), next: page.next)
    }

    private func one(_ call: Call) throws -> Response {
        let id = try call.id(of: "conversation")
        guard let conversation = try engine.store.read({ try $0.conversation(id) }) else {
            throw Refusal.unknown("conversation", id)
        }
        return .json(conversation.value)
    }

    private func events(_ call: Call) throws -> Response {
        let id = try call.id(of: "conversation")
        let limit = call.query["limit"]?.int.map(Int.init) ?? 100
        return try engine.store.read { reader in
            guard try reader.conversation(id) != nil else { throw Refusal.unknown("conversation", id) }
            return .list(try reader.events(conversation: id, limit: limit).map(\.value))
        }
    }

    private func messages(_ call: Call, _ reply: Reply) throws {
        let id = try call.id(of: "conversation")
        let after = try call.lastSeen() ?? call.query["after"]?.int ?? 0
        let limit = call.query["limit"]?.int.map(Int.init) ?? 50
        // Drafts are the staff's own; a shop's page may not see them.
        let isStaff = call.scope != .turns
        let (isKnown, messages) = try engine.store.read { reader in
            (
                try reader.conversation(id) != nil,
                try reader.messages(conversation: id, after: after, limit: limit)
            )
        }
        guard isKnown else { throw Refusal.unknown("conversation", id) }
        if call.mediaType == "text/event-stream" {
            return streams.open(.conversation(id, withDrafts: isStaff), after: after, reply)
        }
        let next = messages.count == limit ? messages.last.map { "\($0.sequence)" } : nil
        reply.send(.list(messages.filter { isStaff || $0.author != .draft }.map(\.value), next: next))
    }

    private func say(_ call: Call) throws -> Response {
        let body = try call.body()
        let id = try call.id(of: "conversation")
        let agent = try known(body["agent"]?.text ?? "")
        let message = try engine.say(body["text"]?.text ?? "", in: id, agent: agent)
        return .json(try placed(message).shown, status: 201)
    }

    /// The id of an agent there is.
    private func known(_ agent: String) throws -> String {
        try engine.store.read { try AgentNames($0).check(agent, at: "/agent") }
        return agent
    }

    /// A message that was just committed, with the place that the store gave it.
    private func placed(_ message: Message) throws -> Message {
        let recent = try engine.store.read { try $0.recent(conversation: message.conversation, limit: 50) }
        return recent.last { stored in
            var same = stored
            same.sequence = message.sequence
            return same == message
        } ?? message
    }

    private func drafts(_ call: Call) throws -> Response {
        let id = try call.id(of: "conversation")
        let drafts = try engine.store.read { reader in
            guard try reader.conversation(id) != nil else { throw Refusal.unknown("conversation", id) }
            var drafts: [Message] = []
            var after: Int64 = 0
            while true {
                let page = try reader.messages(conversation: id, after: after, limit: 500)
                drafts += page.filter { $0.author == .draft }
                guard page.count == 500, let last = page.last else { return drafts }
                after = last.sequence
            }
        }
        return .list(drafts.map(\.value))
    }

    private func settle(_ call: Call) throws -> Response {
        let body = try call.body()
        let id = try call.id(of: "conversation")
        guard let number = Int64(call.parameters[1]) else {
            throw Refusal.unknown("draft", call.parameters[1])
        }
        let isApproved = body["approve"]?.bool ?? false
        guard isApproved != (body["reject"]?.bool ?? false) else {
            throw Refusal.invalid("/approve", "missing", "or '/reject' must be true, and only one of them")
        }
        let holder = try engine.store.read { try $0.conversation(id)?.agent }
        let agent = try body["agent"]?.text.map(known) ?? holder ?? ""
        let sent = try engine.settleDraft(
            number, in: id, agent: agent, text: body["text"]?.text, isApproved: isApproved)
        return .json(
            .compact([
                "status": isApproved ? "sent" : "rejected", "message": try sent.map { try placed($0).shown },
            ]))
    }
}

extension Message {
    /// Without the place of one that was gone before it was read again.
    fileprivate var shown: Value {
        var entries = value.map ?? [:]
        if sequence == 0 { entries["seq"] = nil }
        return .map(entries)
    }
}

extension Call {
    /// Where a client that lost its stream goes on.
    func lastSeen() throws(Refusal) -> Int64? {
        guard let header = request.headers["last-event-id"], !header.isEmpty else { return nil }
        guard let number = Int64(header), number >= 0 else {
            throw Refusal(
                400, "bad_last_event_id",
                "last-event-id: '\(header.prefix(64))' is none of this stream's; send the last 'id'"
            )
        }
        return number
    }
}
