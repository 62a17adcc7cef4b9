import ConciergeCore
import YAML

/// Brings the shapes a configuration may have into one: `openclaw:` for `concierge:`, what belongs beside it inside it,
/// and a skill's configuration under its own name at the root.
struct ConfigurationLayout {
    private static let titles = ["concierge", "openclaw"]
    private static let general = Set(["locale", "model", "temperature"])
    private static let sections = Set(
        ConfigurationShape.schema.properties.map(\.name).filter { $0 != "concierge" })

    var expansion: Expansion
    var sources: SourceMap
    /// What was said twice, in two layouts.
    var problems: [Problem] = []
    private var root: [String: Value] = [:]
    private var loose: [(name: String, value: Value)] = []
    private var taken: [Pointer: Place] = [:]

    init(file: String, expansion: Expansion) {
        self.expansion = expansion
        sources = SourceMap(file: file)
    }

    /// The one shape, in which the schema is checked.
    mutating func arrange(_ node: Node) -> Value {
        guard case .map(let entries) = node.content else {
            return node.content == .null ? [:] : expansion.value(of: node, at: .root, in: &sources)
        }
        for entry in entries {
            if Self.titles.contains(Spelling.folded(entry.key)) {
                arrangeTitle(entry)
            } else {
                place(entry, isInside: false)
            }
        }
        for (index, skill) in loose.enumerated() { adopt(skill, index) }
        return .map(root)
    }

    private mutating func arrangeTitle(_ entry: Node.Entry) {
        switch entry.value.content {
        case .map(let inner): for entry in inner { place(entry, isInside: true) }
        case .null: break
        default: put(entry, at: .root / "concierge")
        }
    }

    private mutating func place(_ entry: Node.Entry, isInside: Bool) {
        let name = Spelling.folded(entry.key)
        if Self.sections.contains(name) { return put(entry, at: .root / name) }
        if isInside || Self.general.contains(name) { return put(entry, at: .root / "concierge" / entry.key) }
        guard case .map = entry.value.content,
            Spelling.nearest(name, in: Self.sections.union(Self.titles)) == nil
        else { return put(entry, at: .root / entry.key) }
        // A map under a name that is none of ours: that skill's configuration.
        record(entry, at: .root / entry.key)
        loose.append((entry.key, expansion.value(of: entry.value, at: .root / entry.key, in: &sources)))
    }

    private mutating func put(_ entry: Node.Entry, at pointer: Pointer) {
        let here = sources.place(entry.keyPosition)
        if let first = taken.updateValue(here, forKey: pointer) {
            return twice("'\(entry.key)'", first, here)
        }
        record(entry, at: pointer)
        let value = expansion.value(of: entry.value, at: pointer, in: &sources)
        guard pointer.steps.count == 2 else { return root[pointer.steps[0]] = value }
        var section = root[pointer.steps[0]]?.map ?? [:]
        section[pointer.steps[1]] = value
        root[pointer.steps[0]] = .map(section)
    }

    private mutating func twice(_ what: String, _ first: Place, _ second: Place) {
        problems.append(
            Problem(
                at: second, "\(what) was already given at \(first.line):\(first.column); keep one of them"))
    }

    private mutating func record(_ entry: Node.Entry, at pointer: Pointer) {
        sources.record(
            pointer, at: sources.place(entry.value.position), key: sources.place(entry.keyPosition))
    }

    /// Gives a configuration at the root to its skill in the list, or puts the skill at the list's end.
    private mutating func adopt(_ skill: (name: String, value: Value), _ index: Int) {
        // A list that is none is a fault of its own, and told by the schema.
        guard var skills = (root["skills"] ?? []).list else { return }
        let known = skills.firstIndex { entry in
            SkillName(entry["name"]?.text ?? entry.text ?? "") == SkillName(skill.name)
        }
        let target = known ?? skills.count
        let place = sources.place(of: .root / skill.name, isKey: true)
        if known == nil {
            skills.append(["name": .text(skill.name)])
            sources.record(.root / "skills" / target, at: place)
        }
        var entry = skills[target].map ?? ["name": skills[target]]
        if entry["config"] != nil {
            let first = sources.place(of: .root / "skills" / target / "config", isKey: true)
            return twice("the configuration of '\(skill.name)'", first, place)
        }
        entry["config"] = skill.value
        sources.move(.root / skill.name, to: .root / "skills" / target / "config")
        skills[target] = .map(entry)
        root["skills"] = .list(skills)
    }
}
