import ConciergeCore

/// What a skill may ask the host to do once its turn is committed.
enum Wish: String {
    case merge, unmerge

    /// Stands where a wakeup names its skill; no skill can be called that.
    static let host = "host/wish"
}

extension Engine {
    /// Whose events and timers are run here: the loaded skills', and the host's own.
    var sleepers: [String] { pipeline.stages.map(\.id) + [Wish.host] }

    /// Does what a skill asked for. What cannot be is logged and forgotten; what is so already is done.
    func grant(_ wakeup: Wakeup) {
        guard (try? store.read { try $0.wakeup(wakeup.id) }) != nil else { return finished(wakeup) }
        let customer = survivor(of: wakeup.customer ?? "")
        let named = wakeup.data["other"]?.text ?? ""
        let by = wakeup.data["by"]?.text
        switch Wish(rawValue: wakeup.name) {
        case .merge:
            let other = survivor(of: named)
            guard other != customer else { return forget(wakeup) }
            merge(other, into: customer, by: by, granting: wakeup) { self.settle(wakeup, $0.map { _ in }) }
        case .unmerge:
            do {
                guard let id = try lastMerge(of: named, into: customer) else { return forget(wakeup) }
                unmerge(id, by: by, granting: wakeup) { self.settle(wakeup, $0.map { _ in }) }
            } catch { settle(wakeup, .failure(error)) }
        case nil: forget(wakeup)
        }
    }

    private func lastMerge(of other: String, into customer: String) throws -> String? {
        var query = Query()
        query.filters = [
            .init(field: "customer", operator: .eq, value: .text(customer)),
            .init(field: "other", operator: .eq, value: .text(other)),
        ]
        query.limit = 1
        return try store.read { try $0.merges(query).items.first?.id }
    }

    private func settle(_ wakeup: Wakeup, _ result: Result<Void, any Error>) {
        guard case .failure(let error) = result else { return finished(wakeup) }
        let skill = wakeup.data["by"]?.text ?? ""
        log(.warning, "skill '\(skill)', \(wakeup.name) of '\(wakeup.data["other"]?.text ?? "")': \(error)")
        // The store, or others who wrote at the same time: the next look tries again.
        if error is MergeError { forget(wakeup) } else { finished(wakeup) }
    }

    private func forget(_ wakeup: Wakeup) {
        committer.put(Commit([.removeWakeup(wakeup.id)])) { _ in self.finished(wakeup) }
    }
}
