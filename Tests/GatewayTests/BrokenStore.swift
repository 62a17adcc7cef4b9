import ConciergeCore

/// A store that cannot be reached.
struct BrokenStore: Store {
    static let reason = "data/concierge.db: the disk is full; make room"

    func declare(_ collections: [CollectionDeclaration]) throws(StoreError) {}
    func commit(_ batch: [Commit]) -> [CommitOutcome] { batch.map { _ in .unavailable(Self.reason) } }
    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
        throw StoreError(.unavailable, Self.reason)
    }
}
