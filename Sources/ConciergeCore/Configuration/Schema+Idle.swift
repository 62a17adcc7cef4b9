// Keys that a file may have and of which this version makes nothing: whoever writes one is told.
extension Schema {
    /// The same shape, without effect in this version: why, and the mend.
    public func idle(_ why: String) -> Schema {
        var schema = self
        schema.idle = why
        return schema
    }

    fileprivate func visitIdle(
        in value: Value, at pointer: Pointer, _ found: (Pointer, _ why: String) -> Void
    ) {
        guard value != .null else { return }
        if let idle { return found(pointer, idle) }
        for (key, inner) in value.map ?? [:] {
            shape(of: key)?.visitIdle(in: inner, at: pointer / key, found)
        }
        guard case .each(let item) = items else { return }
        for (index, inner) in (value.list ?? []).enumerated() {
            item.visitIdle(in: inner, at: pointer / index, found)
        }
    }

    private func shape(of key: String) -> Schema? {
        if let known = properties.first(where: { Spelling.folded($0.name) == Spelling.folded(key) }) {
            return known.schema
        }
        if case .each(let schema) = otherKeys { return schema }
        return nil
    }
}

extension SourceMap {
    /// A warning for each key of a value, as it was written, that has no effect in this version.
    public func idleKeys(of value: Value, in schema: Schema) -> [Problem] {
        var problems: [Problem] = []
        schema.visitIdle(in: value, at: .root) { pointer, why in
            let name = pointer.steps.last ?? ""
            problems.append(
                Problem(
                    .warning, at: place(of: pointer, isKey: true),
                    "'\(name)' has no effect in this version: \(why)"))
        }
        return problems
    }
}
