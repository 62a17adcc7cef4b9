/// What a skill is configured with: the files of its package, and over them what the admin wrote.
///
/// Maps are merged, anything else is replaced; each value keeps the place where it was written.
public struct Layers: Sendable {
    struct Layer: Sendable {
        var value: Value
        var sources: SourceMap
        /// Where `value` stands in `sources`.
        var base: Pointer
    }

    /// The lowest first.
    private(set) var layers: [Layer] = []
    public private(set) var value: Value = [:]

    public init() {}

    /// Lays a value over what is there.
    public mutating func add(_ value: Value, from sources: SourceMap, at base: Pointer = .root) {
        layers.append(Layer(value: value, sources: sources, base: base))
        self.value = value.over(self.value)
    }

    /// The value in the shape of a schema, and what is wrong with it, each with its place.
    public func check(_ schema: Schema) -> (value: Value, problems: [Problem]) {
        let (checked, violations) = schema.check(value) { isExpanded($0) }
        return (
            checked,
            violations.map { Problem(at: place(of: $0.pointer, isKey: $0.isAboutKey), $0.message) }
        )
    }

    /// Where the value at a pointer was written; where what holds it was, when it is not there.
    public func place(of pointer: Pointer, isKey: Bool = false) -> Place {
        if let layer = layers.last(where: { $0.value.at(pointer) != nil }) {
            return layer.sources.place(of: layer.base / pointer, isKey: isKey)
        }
        guard let parent = pointer.parent else { return Place(file: layers.last?.sources.file ?? "") }
        return place(of: parent, isKey: true)
    }

    /// Whether the topmost layer says something there.
    func isOwn(_ pointer: Pointer) -> Bool { layers.last?.value.at(pointer) != nil }

    /// These layers with another topmost one.
    func replacingTop(_ top: Layer) -> Layers {
        var result = Layers()
        for layer in layers.dropLast() + [top] {
            result.add(layer.value, from: layer.sources, at: layer.base)
        }
        return result
    }

    func isExpanded(_ pointer: Pointer) -> Bool {
        layers.last { $0.value.at(pointer) != nil }.map { $0.sources.isExpanded($0.base / pointer) } ?? false
    }
}

extension Value {
    /// This value, and of a map below it what this one does not say. `-` and `_` are the same in names.
    fileprivate func over(_ lower: Value) -> Value {
        guard case .map(let upper) = self, case .map(var merged) = lower else { return self }
        for (key, value) in upper {
            let known =
                merged[key] != nil ? key : merged.keys.first { Spelling.folded($0) == Spelling.folded(key) }
            guard let known else {
                merged[key] = value
                continue
            }
            // An empty value is one that was not given.
            if value != .null, let below = merged[known] { merged[known] = value.over(below) }
        }
        return .map(merged)
    }

    /// The value inside this one that a pointer leads to.
    fileprivate func at(_ pointer: Pointer) -> Value? {
        var found = self
        for step in pointer.steps {
            let next: Value? =
                switch found {
                case .map(let entries):
                    entries[step]
                        ?? entries.first { Spelling.folded($0.key) == Spelling.folded(step) }?.value
                case .list(let items):
                    Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
                default: nil
                }
            guard let next else { return nil }
            found = next
        }
        return found
    }
}
