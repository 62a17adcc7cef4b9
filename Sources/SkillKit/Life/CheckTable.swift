internal import CSkillABI

/// `sk.check/1` of one instance.
///
/// The table points to this object, which frees it; both are written in `init` only.
final class CheckTable: @unchecked Sendable {
    let pointer = UnsafeMutablePointer<sk_check>.allocate(capacity: 1)
    private let skill: any Skill

    init(_ skill: any Skill) {
        self.skill = skill
        pointer.initialize(
            to: sk_check(
                size: UInt32(MemoryLayout<sk_check>.size), reserved: 0,
                ctx: Unmanaged.passUnretained(self).toOpaque(),
                check: { table, findings in
                    guard let context = table.pointee.ctx else { return SK_BAD_ARGUMENT }
                    let owner = Unmanaged<CheckTable>.fromOpaque(context).takeUnretainedValue()
                    var encoder = Encoder()
                    encoder.value(.list(owner.skill.check().map(\.value)))
                    return encoder.withBytes { findings.pointee.write(findings, $0) }
                }))
    }

    deinit { pointer.deallocate() }
}
