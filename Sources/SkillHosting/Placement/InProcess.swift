import CSkillABI
import ConciergeCore
import Synchronization
import Threads

/// A skill in the host's own process: its functions are called, its bytes are lent.
// `instance` is set in init and used only between `enter` and `leave`, which `life` guards.
final class InProcess: Placement, @unchecked Sendable {
    /// More unanswered turns than any honest skill has.
    static let mostUnanswered = 10_000

    private struct Life {
        var calls = 0
        var unanswered = 0
        var isStopping = false
        /// Its own owner while the skill runs: the skill's threads may still call.
        var running: InProcess?

        var isOver: Bool { isStopping && calls == 0 && unanswered == 0 && running != nil }
    }

    let host: HostSide
    private let tables: HostTables
    private let instance: UnsafePointer<sk_skill>
    private let life = Mutex(Life())

    init(_ library: SkillLibrary, host: HostSide, offered: Set<String>, configuration: Value)
        throws(LoadError)
    {
        self.host = host
        tables = HostTables(host: host, offered: offered)
        do {
            instance = try library.create(host.id, configuration, tables.table)
        } catch {
            // What the refused instance started may still call: its tables stay.
            _ = Unmanaged.passRetained(tables)
            throw error
        }
        life.withLock { $0.running = self }
    }

    func begin(_ turn: sk_turn) throws(SkillFailure) {
        try enterTurn()
        defer { leave { $0.calls -= 1 } }
        let slot = Completions.shared.take(turn.id, for: self)
        let status = withUnsafePointer(to: turn) {
            instance.pointee.turn_begin(instance, $0, UnsafePointer(slot.table))
        }
        // Refused, and `done` will not come; a skill that called it all the same has answered.
        guard status < 0, slot.close() else { return }
        leave { $0.unanswered -= 1 }
        throw .failed(words(for: status))
    }

    func done(_ turn: UInt64, _ status: sk_status, _ result: sk_bytes) {
        host.done(turn, status, result)
        leave { $0.unanswered -= 1 }
    }

    func findings() throws(SkillFailure) -> [Finding] {
        guard
            let table = instance.pointee.get_extension?(instance, SK_EXT_CHECK)?.assumingMemoryBound(
                to: sk_check.self),
            table.pointee.size >= UInt32(MemoryLayout<sk_check>.size)
        else { return [] }
        let answer = Answer()
        var sink = answer.sink
        let status = withUnsafePointer(to: &sink) { table.pointee.check(table, $0) }
        return try withExtendedLifetime(answer) { () throws(SkillFailure) in
            guard status >= 0 else { throw .failed(words(for: status)) }
            guard case .list(let items) = try answer.value(limit: host.limit) else {
                throw .refused("sk.check/1: a list was expected")
            }
            return items.compactMap(Finding.init)
        }
    }

    func cancel(turn: UInt64) {
        let isThere = life.withLock { life in
            guard life.running != nil, life.unanswered > 0 else { return false }
            life.calls += 1
            return true
        }
        guard isThere else { return }
        instance.pointee.turn_cancel(instance, turn)
        leave { $0.calls -= 1 }
    }

    func stop() {
        let owner = life.withLock { life in
            life.isStopping = true
            return Self.takeOwner(&life)
        }
        if owner != nil { instance.pointee.destroy(instance) }
    }

    private func enterTurn() throws(SkillFailure) {
        let refusal = life.withLock { life -> SkillFailure? in
            if life.isStopping { return .unavailable("it was stopped") }
            guard life.unanswered < Self.mostUnanswered else {
                return .unavailable("it left \(Self.mostUnanswered) turns unanswered; restart the host")
            }
            life.calls += 1
            life.unanswered += 1
            return nil
        }
        if let refusal { throw refusal }
    }

    /// The last one out of a stopped skill ends it, on a thread of its own: this one may be inside the skill.
    private func leave(_ change: (inout Life) -> Void) {
        let owner = life.withLock { life in
            change(&life)
            return Self.takeOwner(&life)
        }
        guard let owner else { return }
        do {
            try HostThread("skill-destroy") { owner.instance.pointee.destroy(owner.instance) }.detach()
        } catch {
            // Without a thread the instance is left as it is; its tables stay valid.
            life.withLock { $0.running = owner }
            host.services.log(skill: host.id, level: SK_LOG_ERROR, message: "was not ended: \(error)")
        }
    }

    private static func takeOwner(_ life: inout Life) -> InProcess? {
        guard life.isOver else { return nil }
        defer { life.running = nil }
        return life.running
    }
}
