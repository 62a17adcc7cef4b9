import CSkillABI
import ConciergeCore
import Synchronization

/// What one skill can reach of the host: the same checks for every placement.
final class HostSide: Sendable {
    typealias Completion = @Sendable (Result<Patch, SkillFailure>) -> Void

    let id: String
    let services: any SkillServices
    /// The largest message the skill may send.
    let limit: Int
    private let waiting = Mutex<[UInt64: Completion]>([:])
    private let strays = Atomic<Int>(0)

    init(id: String, services: any SkillServices, limit: Int) {
        self.id = id
        self.services = services
        self.limit = limit
    }

    func expect(_ turn: UInt64, _ completion: @escaping Completion) {
        waiting.withLock { $0[turn] = completion }
    }

    /// Ends the wait for a turn; false when it was over before.
    @discardableResult
    func settle(_ turn: UInt64, _ result: Result<Patch, SkillFailure>) -> Bool {
        guard let completion = waiting.withLock({ $0.removeValue(forKey: turn) }) else { return false }
        completion(result)
        return true
    }

    /// The skill's result: read at once, because its bytes are lent for this call only.
    func done(_ turn: UInt64, _ status: sk_status, _ result: sk_bytes) {
        guard let completion = waiting.withLock({ $0.removeValue(forKey: turn) }) else {
            return services.count(skill: id, name: "late_answers", by: 1)
        }
        completion(patch(status, result))
    }

    /// It answered a turn that it had answered before.
    func answeredAgain(_ turn: UInt64) {
        services.count(skill: id, name: "second_answers", by: 1)
        guard strays.wrappingAdd(1, ordering: .relaxed).oldValue == 0 else { return }
        let warning =
            "turn \(turn) was answered twice, and the second answer was dropped; call 'done' exactly once"
        services.log(skill: id, level: SK_LOG_WARNING, message: warning + " (said once, counted always)")
    }

    private func patch(_ status: sk_status, _ result: sk_bytes) -> Result<Patch, SkillFailure> {
        if status < 0 {
            let reason = result.line ?? words(for: status)
            // Without a place it is the skill that was mistaken, about the host.
            let isInput = status == SK_BAD_ARGUMENT && reason.hasPrefix("/")
            return .failure(isInput ? .invalid(reason) : .failed(reason))
        }
        guard result.len > 0 else { return .success(Patch()) }
        do {
            return .success(try Patch(try Value(message: result, limit: limit)))
        } catch {
            return .failure(.refused("\(error)"))
        }
    }

    /// One request to a service; `answer` is called at most once, with a message or with one line of text.
    func call(
        _ service: String, turn: UInt64, request: sk_bytes, answer: (sk_bytes) -> sk_status
    ) -> sk_status {
        let wanted: Value
        do { wanted = try Value(message: request, limit: limit) } catch {
            let status = request.len > UInt64(limit) ? SK_TOO_LARGE : SK_BAD_ARGUMENT
            return refuse(status, "\(service): \(error)", answer)
        }
        let value: Value
        do { value = try services.answer(service, skill: id, turn: turn, request: wanted) } catch {
            return refuse(error.kind.rawValue, error.description, answer)
        }
        do { return try withMessage(of: value) { answer(sk_bytes($0)) } } catch {
            return refuse(SK_BUG, "\(service): its answer cannot be sent: \(error)", answer)
        }
    }

    private func refuse(
        _ status: sk_status, _ reason: String, _ answer: (sk_bytes) -> sk_status
    ) -> sk_status {
        // What the skill says to the text changes nothing: the status stands.
        _ = reason.withBytes(answer)
        return status
    }
}

/// What a skill meant that gave a status and no words.
func words(for status: sk_status) -> String {
    switch status {
    case SK_CANCELLED: "it was cancelled"
    case SK_DEADLINE: "its own time was over"
    case SK_BAD_ARGUMENT: "it could not use what it was given"
    case SK_UNSUPPORTED: "it does not do this kind of turn"
    case SK_UNAVAILABLE: "it is not available now"
    case SK_BUG: "it found a fault in itself"
    case SK_DENIED: "it was not allowed to do what the turn needs"
    case SK_TOO_LARGE: "something was too large for it"
    default: "it failed without saying why"
    }
}
