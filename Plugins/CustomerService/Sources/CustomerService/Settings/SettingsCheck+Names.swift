import SkillKit

// Names that stand for nothing, and conditions that never hold.
extension SettingsCheck {
    /// What the host serves by itself.
    static let ownChannels: Set<String> = ["webchat", "rest", "terminal", "chat"]

    /// Texts that the skill says by itself; rules name others.
    private static let said: Set<String> = [
        "greeting_name", "separator", "human", "vip", "danger", "technical", "complaint", "general", "sorry",
        "waiting", "nobody", "closed", "alerted", "alerted_closed", "alerted_nobody",
        "closed_without_time", "opens", "weekdays", "your_ticket", "ticket", "ticket_again", "reopened",
        "escalated", "escalated_before", "complaint_again", "noted", "order", "order_unknown",
        "order_tracking", "survey",
        "reminder", "scored", "scored_low", "scored_already", "score_here", "score_range",
    ]

    var conditions: [Finding] {
        let channels = settings.desk.platformChannels.union(Self.ownChannels)
        return [("routes", configuration["routes"]), ("priority.rules", configuration.at("priority.rules"))]
            .flatMap { place, rules in
                (rules?.list ?? []).enumerated().flatMap { index, rule in
                    Self.conditions(rule["when"], at: "\(place).\(index).when", channels)
                }
            }
    }

    private static func conditions(_ when: Value?, at path: String, _ channels: Set<String>) -> [Finding] {
        let empty = (when?.map ?? [:]).filter { $0.value.list?.isEmpty ?? false }.keys.sorted().map {
            Finding("\(path).\($0)", "'\($0)' is empty; name what it must be, or take it out")
        }
        let odd = (when?["channel"]?.list ?? []).enumerated().compactMap { index, channel -> Finding? in
            guard let name = channel.text, !channels.contains(name) else { return nil }
            return Finding(
                "\(path).channel.\(index)",
                "no channel '\(name)'; there are \(channels.sorted().joined(separator: ", "))")
        }
        return empty + odd
    }

    /// A key that nothing says is most likely a slip.
    var strangers: [Finding] {
        let named = Set(settings.routing.rules.map(\.text))
        let known = Self.said.union(named).union(Remark.allCases.map(\.rawValue).filter { $0 != "chasing" })
        return settings.texts.phrases.keys.filter { !known.contains($0) }.sorted().map {
            Finding(
                "texts.\($0)",
                "'\($0)' is never said; known are \(known.sorted().joined(separator: ", "))")
        }
    }
}
