import Engine
import HTTPServer

/// `/metrics`, in Prometheus' text format 0.0.4.
struct MetricsText {
    let engine: Engine
    let observations: Observations

    private static let help: [String: String] = [
        "concierge_turns_total": "Turns of customers that were committed.",
        "concierge_event_turns_total": "Turns of events and timers that were committed.",
        "concierge_action_turns_total": "Actions of staff that were committed.",
        "concierge_page_turns_total": "Visits of skills' pages that were committed.",
        "concierge_turns_repeated_total": "Messages that came again and got their recorded answer.",
        "concierge_turn_reruns_total": "Turns that ran again because what they had read was changed.",
        "concierge_turns_failed_total": "Turns that ended without an answer.",
        "concierge_skill_failures_total": "Answers of skills that failed, were refused or came too late.",
        "concierge_skill_dropped_answers_total": "Answers of skills that came after their time.",
        "concierge_deliveries_retried_total": "Deliveries that did not get through and are tried again.",
        "concierge_deliveries_failed_total": "Deliveries that were given up.",
        "concierge_skill_counter": "What skills count of themselves.",
    ]

    var text: String {
        var text = ""
        for (family, lines) in families {
            text += header(family, "counter", Self.help[family] ?? "Counted by the host.")
            for line in lines { text += line }
        }
        text += gauge("concierge_workers", "Threads that run skills.", engine.workerCount)
        let away = engine.pipeline.stages.filter { $0.outOfService != nil }.count
        text += gauge("concierge_skills_out_of_service", "Skills that take no part until restart.", away)
        if let server = observations.server?.statistics {
            text += gauge("concierge_http_connections", "Connections that are open.", server.connections)
            text += gauge("concierge_http_streams", "Event streams that are open.", server.streams)
            text += header(
                "concierge_http_refused_total", "counter", "Requests that the server refused by itself.")
            text += "concierge_http_refused_total \(server.refused)\n"
        }
        return text + requests + turnTimes
    }

    /// The engine's counters by their name without labels: a family's lines must stand together.
    private var families: [(String, [String])] {
        Dictionary(grouping: engine.metrics.all) { String($0.name.prefix { $0 != "{" }) }
            .mapValues { $0.map { "\($0.name) \($0.value)\n" } }
            .sorted { $0.key < $1.key }
    }

    private var requests: String {
        var text = header("concierge_http_requests_total", "counter", "Answers by route and status.")
        for counter in observations.counters {
            for (status, count) in counter.all {
                text +=
                    "concierge_http_requests_total{method=\"\(counter.method)\",route=\"\(counter.pattern)\","
                text += "status=\"\(status)\"} \(count)\n"
            }
        }
        return text
    }

    private var turnTimes: String {
        let name = "concierge_turn_seconds"
        var text = header(name, "histogram", "From a message's arrival to its committed answer.")
        let times = observations.turnTimes.snapshot
        var total: Int64 = 0
        for (bound, count) in zip(Histogram.bounds, times.buckets) {
            total += count
            text += "\(name)_bucket{le=\"\(Double(bound) / 1_000_000)\"} \(total)\n"
        }
        total += times.buckets[Histogram.bounds.count]
        text += "\(name)_bucket{le=\"+Inf\"} \(total)\n"
        text += "\(name)_sum \(Double(times.sum) / 1_000_000)\n\(name)_count \(total)\n"
        return text
    }

    private func gauge(_ name: String, _ help: String, _ value: Int) -> String {
        header(name, "gauge", help) + "\(name) \(value)\n"
    }

    private func header(_ name: String, _ type: String, _ help: String) -> String {
        "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }
}
