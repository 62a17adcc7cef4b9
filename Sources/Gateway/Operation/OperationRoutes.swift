import ConciergeCore
import Engine
import HTTPServer

/// Whether the host lives, what it counts, what it offers.
struct OperationRoutes: Sendable {
    let engine: Engine
    let settings: GatewaySettings
    let observations: Observations

    var routes: [Route] {
        [
            Route(
                .get, "/healthz", "The process lives", access: .everyone,
                answers: [.json(200, .object([.required("status", .choice(["ok"]))]), "it does")], on: .loop
            ) { _ in .json(["status": "ok"]) },
            Route(
                .get, "/readyz", "Turns can be answered", access: .everyone,
                answers: [.json(200, .ready, "they can; 'out' names the skills that have no part in them")],
                answer: ready),
            Route(
                .get, "/metrics", "Counters and gauges in Prometheus' text format", access: .everyone,
                answers: [
                    .init(status: 200, about: "the metrics", bodies: ["text/plain": .text(0...10_000_000)])
                ], on: .loop
            ) { _ in
                Response(
                    headers: .typed("text/plain; version=0.0.4; charset=utf-8"),
                    body: Array(MetricsText(engine: engine, observations: observations).text.utf8))
            },
            Route(
                .get, "/openapi.json", "This contract", access: .everyone,
                answers: [.json(200, .map, "OpenAPI 3.1")], on: .loop
            ) { _ in Response(headers: .json, body: observations.document) },
            Route(
                .post, "/v1/reload", "Reads the configuration again; a bad one leaves the running one live",
                access: .token(.admin), body: .init(schema: .object([]), isRequired: false),
                answers: [
                    .json(200, .object([.required("reloaded", .flag)]), "the new configuration is live"),
                    .refusal(409, "this host was started without a configuration file"),
                ], answer: reload),
            Route(
                .post, "/v1/compact",
                "Writes the store anew, without free space and without anything erased; turns wait meanwhile",
                access: .token(.admin), body: .init(schema: .object([]), isRequired: false),
                answers: [.json(200, .object([.required("compacted", .flag)]), "it is done")],
                answer: compact),
        ]
    }

    private func ready(_ call: Call) throws -> Response {
        if engine.workerCount == 0 {
            throw Refusal.unavailable(
                "skills hold every thread; see /v1/skills for which, and restart the host", code: "not_ready")
        }
        if let trouble = engine.storeTrouble { throw Refusal.unavailable(trouble, code: "not_ready") }
        do { _ = try engine.store.read { try $0.lastEvent() } } catch {
            throw Refusal.unavailable("\(error)", code: "not_ready")
        }
        // A skill that is out is named, but the host answers without it and must be sent its customers.
        return .json(["status": "ready", "out": .list(skillsOut)])
    }

    private var skillsOut: [Value] {
        let stuck = engine.pipeline.stages.compactMap { stage in stage.outOfService.map { (stage.id, $0) } }
        return (stuck + settings.unloadedSkills().map { ($0.id, $0.reason) }).map {
            ["skill": .text($0), "reason": .text($1)]
        }
    }

    private func compact(_ call: Call) throws -> Response {
        _ = try call.body()
        try engine.store.compact()
        return .json(["compacted": true])
    }

    private func reload(_ call: Call) throws -> Response {
        _ = try call.body()
        guard let reload = settings.reload else {
            throw Refusal(
                409, "no_configuration",
                "host: it was started without a configuration file; nothing to read again")
        }
        do { try reload() } catch {
            let problems = error.problems.map {
                FieldProblem(pointer: "", code: "configuration", detail: $0)
            }
            var refusal = Refusal.invalid(problems, code: "configuration_refused")
            refusal.detail = error.problems.first ?? "the configuration was refused; run 'concierge check'"
            throw refusal
        }
        return .json(["reloaded": true])
    }
}

extension Schema {
    fileprivate static let ready = Schema.object([
        .required("status", .choice(["ready"])),
        .required(
            "out",
            .list(
                of: .object([
                    .required("skill", .text(0...256)), .required("reason", .text(0...16_384)),
                ]), atMost: 1000), "Skills that have no part in turns now, and why"),
    ])
}
