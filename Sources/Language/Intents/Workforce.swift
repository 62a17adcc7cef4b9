internal import Synchronization

/// Who does work that can be done side by side; by itself one after the other.
public struct Workforce: Sendable {
    /// Calls the work with each number below the count, in any order, and returns when all is done.
    let run: @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void

    public init(_ run: @escaping @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void) {
        self.run = run
    }

    public static let alone = Workforce { count, work in for number in 0..<count { work(number) } }

    func map<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
        let results = Results<Result>(count)
        run(count) { number in results.set(number, work(number)) }
        return results.all
    }

    private final class Results<Result: Sendable>: Sendable {
        private let values: Mutex<[Result?]>

        init(_ count: Int) { values = Mutex(.init(repeating: nil, count: count)) }

        func set(_ number: Int, _ value: Result) { values.withLock { $0[number] = value } }

        var all: [Result] {
            values.withLock { values in
                values.map { value in
                    guard let value else { preconditionFailure("the workforce left work undone") }
                    return value
                }
            }
        }
    }
}
