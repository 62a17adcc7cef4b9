/// What a reload does to each skill, and what it cannot do.
struct ReloadPlan {
    var start: [String] = []
    var stop: [String] = []
    var reconfigure: [String] = []
    var keep: [String] = []
    /// Settings that only the next start reads.
    var waiting: [String]

    init(from old: Generation, to new: Generation, waiting: [String]) {
        self.waiting = waiting
        for skill in new.served {
            switch old.served.first(where: { $0.id == skill.id }) {
            case nil: start.append(skill.id)
            case let before? where before.origin == skill.origin: keep.append(skill.id)
            default: reconfigure.append(skill.id)
            }
        }
        stop = old.served.map(\.id).filter { id in !new.served.contains { $0.id == id } }
    }

    var text: String {
        let parts = [("start", start), ("stop", stop), ("reconfigure", reconfigure), ("keep", keep)]
        let said = parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
        let skills = said.isEmpty ? "no skills" : said.joined(separator: "; ")
        return waiting.isEmpty ? skills : "\(skills); at the next start \(waiting.joined(separator: ", "))"
    }
}
