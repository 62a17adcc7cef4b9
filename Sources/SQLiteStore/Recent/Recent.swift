import Synchronization

/// The facts that were read or written last, by their key.
///
/// Two generations: when the young one is full it becomes the old one, and what was not asked for since is gone.
final class Recent<Key: Hashable & Sendable, Fact: Sendable>: Sendable {
    private struct State {
        var young: [Key: Fact] = [:]
        var old: [Key: Fact] = [:]
        /// The number of the last commit that touched one of the keys which share this place.
        var touched = [UInt64](repeating: 0, count: places)
    }

    private static var places: Int { 1024 }
    private let generation: Int
    private let state = Mutex(State())

    init(generation: Int = 4096) { self.generation = generation }

    subscript(key: Key) -> Fact? {
        state.withLock { state in
            if let fact = state.young[key] { return fact }
            guard let fact = state.old[key] else { return nil }
            keep(fact, for: key, in: &state)
            return fact
        }
    }

    /// What a reader found whose view may be as old as that commit; of no use if the key was touched since.
    func found(_ fact: Fact, for key: Key, since commit: UInt64) {
        state.withLock { state in
            guard state.touched[Self.place(of: key)] <= commit else { return }
            keep(fact, for: key, in: &state)
        }
    }

    /// What the commit of that number made of it; nil when only the file knows.
    func changed(_ key: Key, to fact: Fact?, by commit: UInt64) {
        state.withLock { state in
            state.touched[Self.place(of: key)] = commit
            state.old[key] = nil
            if let fact { keep(fact, for: key, in: &state) } else { state.young[key] = nil }
        }
    }

    func forgetAll(_ commit: UInt64) {
        state.withLock { state in
            state.young = [:]
            state.old = [:]
            for place in state.touched.indices { state.touched[place] = commit }
        }
    }

    private func keep(_ fact: Fact, for key: Key, in state: inout State) {
        if state.young.count >= generation {
            state.old = state.young
            state.young = [:]
        }
        state.young[key] = fact
    }

    private static func place(of key: Key) -> Int { key.hashValue & (places - 1) }
}
