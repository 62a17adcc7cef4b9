import ConciergeCore
import Synchronization
import Testing
import Threads

@testable import Engine

struct QuietTests {
    @Test func `a while without turns is over once; a turn begins a new one`() {
        var quiet = Quiet()
        let length = Quiet.length
        let looks: [(turns: UInt64, at: Int64)] = [
            (0, 0), (0, length - 1), (0, length), (0, length + 1), (1, 2 * length), (1, 3 * length - 1),
            (2, 3 * length), (2, 4 * length), (2, 5 * length),
        ]
        let over = looks.filter { quiet.isOver(turns: $0.turns, at: $0.at) }.map(\.at)
        #expect(over == [length, 4 * length, 5 * length])
    }

    @Test func `an engine without turns tells its store so`() throws {
        let told = Mailbox<Void>()
        let house = try House([], wrap: { Told(store: $0, told: told) })
        #expect(told.take() != nil)
        house.engine.stop()
    }
}

/// A store that hears when it may tidy up.
private struct Told: Store {
    let store: any Store
    let told: Mailbox<Void>

    func declare(_ collections: [CollectionDeclaration]) throws(StoreError) { try store.declare(collections) }
    func commit(_ batch: [Commit]) -> [CommitOutcome] { store.commit(batch) }
    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result { try store.read(body) }
    func idle() { told.put(()) }
}
