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
                answers: [.json(200, .object([.required("status", .choice(["ready"]))]), "they can")],
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
        var missing: [FieldProblem] = []
        func add(_ code: String, _ detail: String) {
            missing.append(FieldProblem(pointer: "", code: code, detail: detail))
        }
        if engine.workerCount == 0 {
            add("no_workers", "skills hold every thread; see /v1/skills for which, and restart the host")
        }
        for stage in engine.pipeline.stages {
            if let reason = stage.outOfService {
                add("skill_out_of_service", "skill '\(stage.id)': \(reason)")
            }
        }
        for skill in settings.unloadedSkills() {
            add("skill_not_running", "skill '\(skill.id)': \(skill.reason)")
        }
        do { _ = try engine.store.read { try $0.lastEvent() } } catch {
            add("store_unavailable", "\(error)")
        }
        guard let first = missing.first else { return .json(["status": "ready"]) }
        var refusal = Refusal.unavailable(
            first.detail + (missing.count > 1 ? " (and \(missing.count - 1) more in 'errors')" : ""),
            code: "not_ready")
        refusal.problems = missing
        throw refusal
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
