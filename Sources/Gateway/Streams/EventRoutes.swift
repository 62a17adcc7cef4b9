import ConciergeCore
import Engine
import HTTPServer

/// Everything that happens, as it happens.
struct EventRoutes: Sendable {
    let engine: Engine
    let streams: Streams

    var routes: [Route] {
        [
            Route(
                .get, "/v1/events",
                "Events as server-sent events: from 'Last-Event-ID' or 'after' on, else from now on",
                access: .token(.staff),
                query: [
                    .optional("after", .integer(0...Int64.max), "Only those with a higher 'seq'"),
                    .optional("name", .text(1...256), "Only those of this name: 'notice', 'lead.hot'"),
                ],
                answers: [
                    .init(status: 200, about: "the events", bodies: ["text/event-stream": .any])
                ], on: .desk
            ) { call, reply in
                let seen = try call.lastSeen() ?? call.query["after"]?.int
                let cursor = try seen ?? engine.store.read { try $0.lastEvent() }
                streams.open(.events(named: call.query["name"]?.text), after: cursor, reply)
            }
        ]
    }
}
