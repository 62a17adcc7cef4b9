import CSkillABI
import ConciergeCore

/// Takes what a skill writes into a sink, before the call that lent the sink returns.
final class Answer {
    private var bytes: [UInt8] = []

    /// Valid while this lives; for one call on one thread.
    var sink: sk_sink {
        sk_sink(
            size: UInt32(MemoryLayout<sk_sink>.size), reserved: 0,
            ctx: Unmanaged.passUnretained(self).toOpaque(),
            write: { sink, bytes in
                guard let context = sink.pointee.ctx else { return SK_BAD_ARGUMENT }
                Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue().bytes = [UInt8](
                    UnsafeBufferPointer(start: bytes.ptr, count: Int(bytes.len)))
                return SK_OK
            })
    }

    /// The one message that was written; an empty list when none was.
    func value(limit: Int) throws(SkillFailure) -> Value {
        guard !bytes.isEmpty else { return [] }
        do {
            return try bytes.withUnsafeBufferPointer { try Value(message: sk_bytes($0), limit: limit) }
        } catch { throw .refused("\(error)") }
    }
}
