/// The skills in the order of the file, checked against what each says it reads and writes.
public struct SkillOrder: Sendable, Hashable {
    /// One skill with the place where the admin named it.
    public struct Step: Sendable, Hashable {
        public var manifest: Manifest
        public var place: Place

        public init(_ manifest: Manifest, at place: Place) {
            self.manifest = manifest
            self.place = place
        }

        var name: String { manifest.id }
        var reads: [KeyPattern] { manifest.reads.compactMap(\.key) }
    }

    /// What a skill finds without any other skill.
    public struct Provided: Sendable, Hashable {
        public var keys: [KeyPattern]
        /// Those of them that a skill may write anew.
        public var open: [KeyPattern]
        public var collections: Set<String>

        public init(keys: [KeyPattern], open: [KeyPattern] = [], collections: Set<String> = []) {
            self.keys = keys
            self.open = open
            self.collections = collections
        }
    }

    public var steps: [Step]

    public init(_ steps: [Step]) { self.steps = steps }

    /// What cannot work in this order, each with the mend.
    public func problems(given provided: Provided) -> [Problem] {
        var problems: [Problem] = []
        for index in steps.indices {
            problems += readProblems(index, provided)
            problems += writeProblems(index, provided)
            problems += collectionProblems(index, provided)
        }
        return problems
    }

    private func readProblems(_ index: Int, _ provided: Provided) -> [Problem] {
        let step = steps[index]
        return step.reads.compactMap { read in
            if provided.keys.contains(where: { $0.overlaps(read) }) { return nil }
            let writers = steps.indices.filter {
                steps[$0].manifest.writes.keys.contains(where: read.matches)
            }
            if writers.contains(where: { $0 < index }) { return nil }
            if let later = writers.first(where: { $0 > index }) {
                return tooEarly(step, reads: read, writtenBy: steps[later])
            }
            return read.isOptional ? nil : nobodyWrites(read, for: step, provided)
        }
    }

    private func tooEarly(_ step: Step, reads read: KeyPattern, writtenBy writer: Step) -> Problem {
        let facts = "'\(step.name)' reads '\(read.label)' before '\(writer.name)' writes it"
        let mend = "move '\(writer.name)' above '\(step.name)'"
        return read.isOptional
            ? Problem(
                .warning, at: step.place,
                "\(facts) and gets this customer's last committed value; \(mend) for the new one")
            : Problem(at: step.place, "\(facts); \(mend)")
    }

    private func nobodyWrites(_ read: KeyPattern, for step: Step, _ provided: Provided) -> Problem {
        let known = provided.keys.map(\.key) + steps.flatMap { $0.manifest.writes.keys.sorted() }
        let mend = Spelling.mend(read.key, known: known, otherwise: "add the skill that writes it")
        return Problem(at: step.place, "'\(step.name)' reads '\(read.label)', which nobody writes; \(mend)")
    }

    private func writeProblems(_ index: Int, _ provided: Provided) -> [Problem] {
        let step = steps[index]
        return step.manifest.writes.sorted { $0.key < $1.key }.compactMap { key, write in
            if provided.keys.contains(where: { $0.matches(key) }),
                !provided.open.contains(where: { $0.matches(key) })
            {
                return Problem(
                    at: step.place,
                    "'\(step.name)' writes '\(key)', which belongs to the host; write a key of its own")
            }
            guard let earlier = steps[..<index].last(where: { $0.manifest.writes[key] != nil }),
                let first = earlier.manifest.writes[key]
            else { return nil }
            let both = "'\(earlier.name)' and '\(step.name)' both write '\(key)'"
            guard first == write else {
                let types = "\(first.rawValue) and \(write.rawValue)"
                return Problem(at: step.place, "\(both), as \(types); remove one of them, or rename its key")
            }
            return Problem(at: step.place, "\(both); remove one of them, or rename its key")
        }
    }

    private func collectionProblems(_ index: Int, _ provided: Provided) -> [Problem] {
        let step = steps[index]
        var problems: [Problem] = []
        for collection in step.manifest.collections {
            let owner = steps[..<index].first { $0.manifest.owns(collection.name) }?.name
            guard let owner = owner ?? (provided.collections.contains(collection.name) ? "the host" : nil)
            else { continue }
            problems.append(
                Problem(
                    at: step.place,
                    "'\(step.name)' and '\(owner)' both own collection '\(collection.name)'; remove one of them"
                ))
        }
        for read in step.manifest.readsCollections.compactMap(KeyPattern.init) where !read.isOptional {
            guard !provided.collections.contains(read.key),
                !steps.contains(where: { $0.manifest.owns(read.key) })
            else {
                continue
            }
            let known = provided.collections.sorted() + steps.flatMap { $0.manifest.collections.map(\.name) }
            let mend = Spelling.mend(read.key, known: known, otherwise: "add the skill that owns it")
            problems.append(
                Problem(
                    at: step.place,
                    "'\(step.name)' reads collection '\(read.key)', which nobody owns; \(mend)"))
        }
        return problems
    }
}

extension Manifest {
    fileprivate func owns(_ collection: String) -> Bool { collections.contains { $0.name == collection } }
}

extension KeyPattern {
    /// As it was written, without the `?`.
    fileprivate var label: String { isWildcard ? key + ".*" : key }
}

extension SkillOrder {
    /// The enabled entries that are installed, and a warning for each that is not.
    public static func assemble(
        _ entries: [Configuration.SkillEntry], installed: [Manifest]
    ) -> (order: SkillOrder, problems: [Problem]) {
        var order = SkillOrder([])
        var problems: [Problem] = []
        for entry in entries where entry.isEnabled {
            if let manifest = installed.meant(by: entry.name) {
                order.steps.append(Step(manifest, at: entry.place))
                continue
            }
            let mend = Spelling.mend(
                entry.name.text, known: installed.map(\.id),
                otherwise: "install it with 'concierge skill install FOLDER'")
            problems.append(
                Problem(.warning, at: entry.place, "skill '\(entry.name)' is not installed; \(mend)"))
        }
        return (order, problems)
    }
}
