// One wrong value must not hide the others: what is left without it is checked all the same.
extension Layers {
    /// The layers without what is wrong in the topmost one, where that makes them fit the schema.
    public func sound(in schema: Schema) -> Layers? {
        let violations = schema.check(value) { isExpanded($0) }.violations
        guard !violations.isEmpty, layers.count > 1, var top = layers.last else { return nil }
        for steps in Self.targets(violations) { top.remove(steps[...], at: top.base) }
        let rest = replacingTop(top)
        return rest.check(schema).problems.isEmpty ? rest : nil
    }

    /// What is to be left out: a key, or the whole item of a list, which would mean another thing without it; of
    /// one list the last first.
    private static func targets(_ violations: [Schema.Violation]) -> [[String]] {
        let targets = violations.map { violation -> [String] in
            let steps = violation.pointer.steps
            guard let item = steps.lastIndex(where: { Int($0) != nil }) else {
                return steps
            }
            return Array(steps[...item])
        }
        let outer = Set(targets).filter { target in
            !targets.contains { $0.count < target.count && target.starts(with: $0) }
        }
        return outer.sorted { a, b in
            b.lexicographicallyPrecedes(a) { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) }
        }
    }
}

extension Layers.Layer {
    fileprivate mutating func remove(_ steps: ArraySlice<String>, at pointer: Pointer) {
        Self.remove(steps, from: &value, at: pointer, &sources)
    }

    private static func remove(
        _ steps: ArraySlice<String>, from value: inout Value, at pointer: Pointer, _ sources: inout SourceMap
    ) {
        guard let step = steps.first else { return }
        switch value {
        case .map(var entries):
            let known = entries.keys.first { Spelling.folded($0) == Spelling.folded(step) }
            guard let known, var inner = entries[known] else { return }
            remove(steps.dropFirst(), from: &inner, at: pointer / known, &sources)
            entries[known] = steps.count == 1 ? nil : inner
            value = .map(entries)
        case .list(var items):
            guard let index = Int(step), items.indices.contains(index) else { return }
            if steps.count == 1 {
                items.remove(at: index)
                for place in items.indices[index...] {
                    sources.move(pointer / (place + 1), to: pointer / place)
                }
            } else {
                remove(steps.dropFirst(), from: &items[index], at: pointer / index, &sources)
            }
            value = .list(items)
        default: break
        }
    }
}
