import CSkillABI
import Glibc

/// Memory that a skill is lent for a call, on pages of its own.
struct Lending: Sendable {
    /// Whether what lies behind it may not be read, nor anything of it after the call; else nobody notices.
    let isTakenBack: Bool

    private static let page = sysconf(Int32(_SC_PAGESIZE))

    /// Lends a copy of the bytes for the call. An empty one has an address that may not be read either.
    private func lend<Result>(_ bytes: [UInt8], alignment: Int, _ body: (UnsafeMutableRawPointer) -> Result)
        -> Result
    {
        let pages = (bytes.count + Self.page - 1) / Self.page
        let size = pages * Self.page
        guard
            let start = mmap(
                nil, size + Self.page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            start != MAP_FAILED
        else { preconditionFailure("no memory for \(size) bytes") }
        mprotect(start + size, Self.page, PROT_NONE)
        // An aligned size, so that a table ends where the guard begins and still stands at its place.
        let end = start + size - (bytes.count + alignment - 1) / alignment * alignment
        let place = isTakenBack ? end : start
        bytes.withUnsafeBytes {
            if let from = $0.baseAddress { place.copyMemory(from: from, byteCount: $0.count) }
        }
        defer { if isTakenBack { mprotect(start, size, PROT_NONE) } }
        return body(place)
    }

    func lend<Result>(_ bytes: [UInt8], _ body: (sk_bytes) -> Result) -> Result {
        lend(bytes, alignment: 1) { start in
            body(sk_bytes(ptr: start.assumingMemoryBound(to: UInt8.self), len: UInt64(bytes.count)))
        }
    }

    /// Lends a table.
    func lend<Table, Result>(_ table: Table, _ body: (UnsafePointer<Table>) -> Result) -> Result {
        let bytes = withUnsafeBytes(of: table) { Array($0) }
        return lend(bytes, alignment: 8) { body(UnsafePointer($0.assumingMemoryBound(to: Table.self))) }
    }
}
