import ConciergeCore
import Engine
import HTTPServer

/// The skills of the pipeline, in their order, and how they are.
struct SkillRoutes: Sendable {
    let engine: Engine
    let settings: GatewaySettings
    private static let failures = "concierge_skill_failures_total"

    var routes: [Route] {
        [
            Route(
                .get, "/v1/skills", "Skills in the order in which they run, and how they are",
                access: .token(.staff), answers: [.json(200, .page(of: "Skill"), "the skills")]
            ) { _ in
                .list(
                    engine.pipeline.stages.map {
                        $0.value(failures: engine.metrics.count(Self.failures, skill: $0.id))
                    }
                        + settings.unloadedSkills().map { skill in
                            ["id": .text(skill.id), "status": "failed", "reason": .text(skill.reason)]
                        })
            }
        ]
    }
}

extension Stage {
    /// `failures`: since the host started.
    fileprivate func value(failures: Int64) -> Value {
        .compact([
            "id": .text(id), "version": .text(manifest.version),
            "name": .map(manifest.name.texts.mapValues(Value.text)),
            "description": .map(manifest.description.texts.mapValues(Value.text)),
            "status": outOfService == nil ? "running" : "out_of_service",
            "reason": outOfService.map(Value.text), "failures": .int(failures),
            "reads": .list(manifest.reads.map { .text($0.pattern + ($0.isOptional ? "?" : "")) }),
            "writes": .list(manifest.writes.keys.sorted().map(Value.text)),
            "collections": .list(manifest.collections.map { .text($0.name) }),
            "on": .list(manifest.on.map(Value.text)), "observes": .bool(manifest.observes),
        ])
    }
}
