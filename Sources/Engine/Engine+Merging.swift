public import ConciergeCore
import Synchronization

/// Why two customers are not merged, or not parted.
public enum MergeError: Error, Hashable, CustomStringConvertible {
    case unknown(String)
    case same(String)
    case unknownMerge(String)
    /// The customer of the merge was merged himself since.
    case merged(String, into: String)
    /// Somebody has the id of the other again.
    case taken(String)

    public var description: String {
        switch self {
        case .unknown(let id): "no customer '\(id)'; list them with GET /v1/customers"
        case .same(let id): "'\(id)' is one customer already; name another"
        case .unknownMerge(let id): "no merge '\(id)'; list them with GET /v1/merges"
        case .merged(let customer, let into):
            "'\(customer)' was merged into '\(into)' since; undo that merge first"
        case .taken(let id): "a customer '\(id)' was made meanwhile; erase that one first"
        }
    }
}

// What is under way for either of them is done before, and what comes after finds one customer: both lanes are held.
extension Engine {
    /// Whose data an id stands for: the customer's, or of whom he was merged into.
    public func survivor(of customer: String) -> String { merged.survivor(of: customer) }

    /// What a merge would do, without doing it.
    public func previewMerge(of other: String, into customer: String) throws -> MergeSummary {
        guard customer != other else { throw MergeError.same(customer) }
        return try store.read { try Self.summary(of: other, into: customer, $0) }
    }

    public func merge(
        _ other: String, into customer: String, by staff: String?,
        completion: @escaping @Sendable (Result<(merge: Merge, summary: MergeSummary), any Error>) -> Void
    ) {
        merge(other, into: customer, by: staff, granting: nil, completion: completion)
    }

    func merge(
        _ other: String, into customer: String, by staff: String?, granting wish: Wakeup?,
        completion: @escaping @Sendable (Result<(merge: Merge, summary: MergeSummary), any Error>) -> Void
    ) {
        guard customer != other else { return completion(.failure(MergeError.same(customer))) }
        let now = clock.now()
        let merge = Merge(id: identifiers.next(at: now), customer: customer, other: other, at: now)
        change(lanes: customer, other) { reader in
            let summary = try Self.summary(of: other, into: customer, reader)
            var change = Change([.merge(merge)], result: (merge: merge, summary: summary))
            change.events = [
                .init(name: "customer.merged", data: merge.told(by: staff, summary))
            ]
            change.concern(customer, granting: wish)
            return change
        } completion: { [merged] result in
            if case .success = result { merged.add(other, into: customer) }
            completion(result)
        }
    }

    /// Parts them again; what came since the merge stays with the customer.
    public func unmerge(
        _ id: String, by staff: String?,
        completion: @escaping @Sendable (Result<Merge, any Error>) -> Void
    ) {
        unmerge(id, by: staff, granting: nil, completion: completion)
    }

    func unmerge(
        _ id: String, by staff: String?, granting wish: Wakeup?,
        completion: @escaping @Sendable (Result<Merge, any Error>) -> Void
    ) {
        let known: Merge?
        do { known = try store.read { try $0.merge(id) } } catch { return completion(.failure(error)) }
        guard let known else { return completion(.failure(MergeError.unknownMerge(id))) }
        change(lanes: known.customer, known.other) { [clock] reader in
            guard let merge = try reader.merge(id) else { throw MergeError.unknownMerge(id) }
            if let into = try reader.mergedCustomers()[merge.customer] {
                throw MergeError.merged(merge.customer, into: into)
            }
            guard try reader.customer(merge.other) == nil else { throw MergeError.taken(merge.other) }
            var change = Change([.unmerge(id, at: clock.now())], result: merge)
            change.events = [.init(name: "customer.unmerged", data: merge.told(by: staff, nil))]
            change.concern(merge.customer, granting: wish)
            return change
        } completion: { [merged] result in
            if case .success(let merge) = result { merged.remove(merge.other) }
            completion(result)
        }
    }

    private static func summary(
        of other: String, into customer: String, _ reader: any StoreReader
    ) throws -> MergeSummary {
        if let summary = try reader.merging(other, into: customer) { return summary }
        throw MergeError.unknown(try reader.customer(customer) == nil ? customer : other)
    }

    /// In the order of their names, so that two merges never wait for each other.
    private func change<Result: Sendable>(
        lanes one: String, _ another: String,
        _ body: @escaping @Sendable (any StoreReader) throws -> Change<Result>,
        completion: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        change(lane: max(one, another), within: min(one, another), body, completion: completion)
    }
}

extension Change {
    /// Whose it is, and, where a skill asked for it, that this is done with it.
    fileprivate mutating func concern(_ customer: String, granting wish: Wakeup?) {
        self.customer = customer
        cause = wish
        if let wish { writes.append(.removeWakeup(wish.id)) }
    }
}

extension Merge {
    fileprivate func told(by staff: String?, _ summary: MergeSummary?) -> Value {
        var told = value.map ?? [:]
        if let summary { told.merge(summary.value.map ?? [:]) { own, _ in own } }
        told["by"] = .text(staff ?? "staff")
        // What adds up, of what no skill can read in the store any more.
        told["documents_aside"] = summary.map { summary in
            .list(
                summary.documentsAside.map {
                    ["collection": .text($0.collection), "numbers": .map($0.body.filter(\.value.isNumber))]
                })
        }
        told["context_aside"] = summary.map { .map($0.contextAside.filter(\.value.isNumber)) }
        // Webhooks get this, and it may outlive the other: what names or describes a person stays in the store.
        told["fills"] = summary.map { .list($0.fills.keys.sorted().map(Value.text)) }
        told["conflicts"] = summary.map { .list($0.conflicts.map { .text($0.field) }) }
        return .map(told)
    }
}

extension Value {
    fileprivate var isNumber: Bool { double != nil }
}

/// Who was merged into whom.
final class MergedCustomers: Sendable {
    private let customers = Mutex<[String: String]>([:])

    func replace(_ all: [String: String]) { customers.withLock { $0 = all } }
    func add(_ other: String, into customer: String) { customers.withLock { $0[other] = customer } }
    func remove(_ other: String) { customers.withLock { $0[other] = nil } }

    func survivor(of customer: String) -> String {
        customers.withLock { customers in
            var survivor = customer
            while let next = customers[survivor] { survivor = next }
            return survivor
        }
    }

    /// Nobody is a part of him any more.
    func forget(_ customer: String) {
        customers.withLock { customers in
            var gone: Set = [customer]
            while true {
                let parts = customers.filter { gone.contains($1) }.keys
                if parts.isEmpty { return }
                for part in parts { customers[part] = nil }
                gone.formUnion(parts)
            }
        }
    }
}
