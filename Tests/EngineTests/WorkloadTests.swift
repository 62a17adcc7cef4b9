import Synchronization
import Testing

@testable import Engine

struct WorkloadTests {
    private static let leads = Workload.Kind(collection: "leads", field: "assigned_to")

    /// A clock that moves when somebody counts.
    private final class House: Sendable {
        let time = Atomic<Int64>(0)
        let counts = Atomic<Int>(0)
        let costs: Int64

        init(costs: Int64) { self.costs = costs }

        func count() -> Workload.Standing {
            counts.wrappingAdd(1, ordering: .relaxed)
            time.wrappingAdd(costs, ordering: .relaxed)
            return Workload.Standing(open: ["anna": 2, "li": 0], last: ["li": 7, "anna": 6])
        }

        func assign(_ times: Range<UInt64>, by workload: Workload) throws -> [String?] {
            try times.map { turn in
                defer { workload.release(turn: turn) }
                return try workload.assign(leads, to: ["anna", "li"], turn: turn, count)
            }
        }
    }

    @Test func `what is counted quickly is counted for each`() throws {
        let house = House(costs: 1000)
        let workload = Workload { house.time.load(ordering: .relaxed) }
        #expect(try house.assign(0..<3, by: workload) == ["li", "li", "li"])
        #expect(house.counts.load(ordering: .relaxed) == 3)
    }

    @Test func `what takes long to count serves for a while, with what was given since`() throws {
        let house = House(costs: 5_000_000)
        let workload = Workload { house.time.load(ordering: .relaxed) }
        #expect(try house.assign(0..<6, by: workload) == ["li", "li", "anna", "li", "anna", "li"])
        #expect(house.counts.load(ordering: .relaxed) == 1)
        house.time.wrappingAdd(500_000_000, ordering: .relaxed)
        #expect(try house.assign(6..<7, by: workload) == ["li"])
        #expect(house.counts.load(ordering: .relaxed) == 2)
    }

    @Test func `turns under way count, and nobody is chosen where nobody is`() throws {
        let workload = Workload { 0 }
        let standing = Workload.Standing(open: [:], last: [:])
        let given = try (0..<4 as Range<UInt64>).map {
            try workload.assign(Self.leads, to: ["anna", "li"], turn: $0) { standing }
        }
        #expect(given == ["anna", "li", "anna", "li"])
        #expect(try workload.assign(Self.leads, to: [], turn: 9) { standing } == nil)
    }
}
