import CSkillABI
import ConciergeCore
import Synchronization

/// One completion table, and the turn it stands for.
// `table` is set in init and never freed, so that a skill may call `done` however late; the rest is under a lock.
final class CompletionSlot: @unchecked Sendable {
    private enum Phase {
        case closed
        case open(turn: UInt64, InProcess)
        /// Remembered, so that a second answer has a name.
        case answered(turn: UInt64, Host)
    }

    private struct Host { weak var side: HostSide? }

    let table = UnsafeMutablePointer<sk_completion>.allocate(capacity: 1)
    private let phase = Mutex(Phase.closed)

    fileprivate init() {
        table.initialize(
            to: sk_completion(
                size: UInt32(MemoryLayout<sk_completion>.size), reserved: 0,
                ctx: Unmanaged.passRetained(self).toOpaque(),
                done: { completion, status, result in
                    guard let context = completion.pointee.ctx else { return }
                    Unmanaged<CompletionSlot>.fromOpaque(context).takeUnretainedValue().done(status, result)
                }))
    }

    fileprivate func open(_ turn: UInt64, for placement: InProcess) {
        phase.withLock { $0 = .open(turn: turn, placement) }
    }

    /// Ends the turn without an answer; false when the skill had answered.
    func close() -> Bool {
        guard end() != nil else { return false }
        Completions.shared.put(self)
        return true
    }

    private func done(_ status: sk_status, _ result: sk_bytes) {
        guard let (turn, placement) = end() else { return }
        placement.done(turn, status, result)
        Completions.shared.put(self)
    }

    /// The turn, for whoever comes first; nil for everybody after.
    private func end() -> (turn: UInt64, placement: InProcess)? {
        let before = phase.withLock { phase in
            let before = phase
            if case .open(let turn, let placement) = phase {
                phase = .answered(turn: turn, Host(side: placement.host))
            }
            return before
        }
        switch before {
        case .open(let turn, let placement): return (turn, placement)
        case .answered(let turn, let host): host.side?.answeredAgain(turn)
        case .closed: break
        }
        return nil
    }
}

/// The completion tables of this process. A skill may call `done` once too often, and it knows the table by its address
/// alone: so one that was used rests until thousands of others were, before it stands for another turn.
final class Completions: Sendable {
    static let shared = Completions()
    static let rest = 8192

    private struct Shelf {
        var free: [CompletionSlot] = []
        var resting: [CompletionSlot] = []
        var oldest = 0
    }

    private let shelf = Mutex(Shelf())

    func take(_ turn: UInt64, for placement: InProcess) -> CompletionSlot {
        let slot = shelf.withLock { $0.free.popLast() } ?? CompletionSlot()
        slot.open(turn, for: placement)
        return slot
    }

    fileprivate func put(_ slot: CompletionSlot) {
        shelf.withLock { shelf in
            guard shelf.resting.count == Self.rest else { return shelf.resting.append(slot) }
            shelf.free.append(shelf.resting[shelf.oldest])
            shelf.resting[shelf.oldest] = slot
            shelf.oldest = (shelf.oldest + 1) % Self.rest
        }
    }
}
