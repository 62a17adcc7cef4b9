public import CSkillABI
internal import Synchronization

/// The tables behind the one exported function of a library:
///
///     @c @implementation public func skill_entry_v1() -> UnsafePointer<sk_entry> { Entry.of(Hello.self) }
public enum Entry {
    /// Keyed by type, because a test binary may hold several skills; the tables are never freed.
    private static let entries = Mutex<[ObjectIdentifier: Static]>([:])

    /// The same table each time.
    public static func of(_ skill: any Skill.Type) -> UnsafePointer<sk_entry> {
        entries.withLock { entries in
            if let entry = entries[ObjectIdentifier(skill)] { return entry.table }
            let entry = Static(skill)
            entries[ObjectIdentifier(skill)] = entry
            return entry.table
        }
    }
}

/// What `sk_entry.ctx` points to.
private final class EntryContext: Sendable {
    let skill: any Skill.Type

    init(_ skill: any Skill.Type) { self.skill = skill }
}

/// A table that lives as long as the process and is not written after `init`.
private struct Static: @unchecked Sendable {
    let table: UnsafePointer<sk_entry>

    init(_ skill: any Skill.Type) {
        let manifest = Value.map(skill.manifest.facts).encoded
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: manifest.count)
        _ = bytes.initialize(from: manifest)
        let table = UnsafeMutablePointer<sk_entry>.allocate(capacity: 1)
        table.initialize(
            to: sk_entry(
                size: UInt32(MemoryLayout<sk_entry>.size), abi_major: UInt16(SK_ABI_MAJOR),
                abi_minor: UInt16(SK_ABI_MINOR), ctx: Unmanaged.passRetained(EntryContext(skill)).toOpaque(),
                manifest: sk_bytes(UnsafeBufferPointer(bytes)), toolchain: sk_toolchain(), create: create))
        self.table = UnsafePointer(table)
    }
}

/// Makes an instance, or says through the sink why not.
private func create(
    entry: UnsafePointer<sk_entry>, host: UnsafePointer<sk_host>, id: sk_bytes, configuration: sk_bytes,
    error sink: UnsafePointer<sk_sink>
) -> UnsafePointer<sk_skill>? {
    guard let context = entry.pointee.ctx else { return nil }
    let type = Unmanaged<EntryContext>.fromOpaque(context).takeUnretainedValue().skill
    do {
        let skill = try type.init(configuration: Value(decoding: configuration) ?? [:])
        return table(for: Instance(skill, host: Host(host)))
    } catch {
        var reason = String(describing: error)
        _ = reason.withUTF8 { sink.pointee.write(sink, sk_bytes($0)) }
        return nil
    }
}

/// The table owns the instance until `destroy` takes both back.
private func table(for instance: Instance) -> UnsafePointer<sk_skill> {
    let table = UnsafeMutablePointer<sk_skill>.allocate(capacity: 1)
    table.initialize(
        to: sk_skill(
            size: UInt32(MemoryLayout<sk_skill>.size), reserved: 0,
            ctx: Unmanaged.passRetained(instance).toOpaque(),
            turn_begin: { table, turn, completion in
                guard let instance = owner(of: table) else { return SK_BUG }
                instance.begin(turn.pointee, Completion(pointer: completion))
                return SK_OK
            },
            turn_cancel: { table, turn in owner(of: table)?.cancel(turn) },
            destroy: { table in
                if let context = table.pointee.ctx {
                    Unmanaged<Instance>.fromOpaque(context).takeRetainedValue().stop()
                }
                table.deallocate()
            },
            get_extension: { table, id in
                guard String(cString: id) == SK_EXT_CHECK else { return nil }
                return owner(of: table).map { UnsafeRawPointer($0.checks.pointer) }
            }))
    return UnsafePointer(table)
}

private func owner(of table: UnsafePointer<sk_skill>) -> Instance? {
    table.pointee.ctx.map { Unmanaged<Instance>.fromOpaque($0).takeUnretainedValue() }
}
