import Synchronization

/// Keeps what would end when let go.
final class Held: Sendable {
    private let things = Mutex<[any Sendable]>([])

    func keep(_ thing: any Sendable) { things.withLock { $0.append(thing) } }
}
