internal import CSkillABI

/// Where the result of one turn goes.
///
/// The host keeps the table until `done`, which may be called from any thread (skill_abi.h).
struct Completion: @unchecked Sendable {
    let pointer: UnsafePointer<sk_completion>

    func done(_ outcome: Result<Reply, any Error>) {
        switch outcome {
        case .success(let reply):
            var encoder = Encoder()
            reply.encode(into: &encoder)
            encoder.withBytes { pointer.pointee.done(pointer, SK_OK, $0) }
        case .failure(let error):
            var reason = String(describing: error)
            reason.withUTF8 { pointer.pointee.done(pointer, Self.status(of: error), sk_bytes($0)) }
        }
    }

    private static func status(of error: any Error) -> sk_status {
        switch error {
        case is CancellationError: SK_CANCELLED
        case let error as HostError: error.reason.rawValue
        case let error as SkillError where error.isInput: SK_BAD_ARGUMENT
        default: SK_ERROR
        }
    }
}
