import Unix

/// What a library says of itself in its file: nothing of it is run to learn that.
public struct LibraryFacts: Sendable, Hashable {
    /// For which processor: `x86_64`.
    public let machine: String
    /// The libraries that the linker has to find for it.
    public let needed: [String]
    /// Where the linker looks for them first (RPATH, RUNPATH).
    public let searched: [String]
    /// What others may bind to, sorted.
    public let exportedSymbols: [String]
    /// Its code is written to when it is loaded.
    public let hasTextRelocations: Bool
    public let hasExecutableStack: Bool

    public init(_ path: String) throws(PackageError) {
        let bytes = try system { () throws(SystemError) in try Files.read(path) }
        do throws(ELFFault) { self = try LibraryFacts(bytes) } catch {
            throw .library(path: path, faults: [error.description])
        }
    }

    init(_ bytes: [UInt8]) throws(ELFFault) {
        let image = try ELFImage(bytes)
        machine = image.machine
        hasExecutableStack = try image.hasExecutableStack()
        let table = try DynamicTable(image)
        needed = table.needed
        searched = table.searched
        exportedSymbols = table.exportedSymbols
        hasTextRelocations = table.hasTextRelocations
    }
}

extension LibraryFacts {
    /// The one symbol that the host asks for.
    static let entry = "skill_entry_v1"

    /// What is wrong with it as a skill: more in a packed one, which is to run where it was not built. `runtime`: the
    /// libraries that every host has.
    public func faults(isPacked: Bool, runtime: Set<String>) -> (errors: [String], warnings: [String]) {
        var always: [String] = []
        if !exportedSymbols.contains(Self.entry) {
            always.append("does not export '\(Self.entry)'; write it as docs/skill-authors.md shows")
        }
        if hasTextRelocations {
            always.append("writes to its own code when it is loaded; compile it with -fPIC")
        }
        if hasExecutableStack {
            always.append("wants a stack that can be executed; link it with '-z noexecstack'")
        }
        let elsewhere = needed.filter { !runtime.contains($0) }.map {
            "needs '\($0)', which hosts need not have; link it in statically"
        }
        let others = exportedSymbols.filter { $0 != Self.entry }
        let exported = others.first.map {
            "exports '\($0)'\(others.count > 1 ? " and \(others.count - 1) more" : "") besides '\(Self.entry)', which may meet another skill's; link it with the SDK's skill.map, as 'concierge skill build' does"
        }
        let foreign = searched.filter { !Self.isBesideIt($0) }.map {
            "looks for libraries in '\($0)', which is there on some machines only; build it with 'concierge skill build', or link it without that path"
        }
        let packed = elsewhere + [exported].compactMap(\.self) + foreign
        return isPacked ? (always + packed, []) : (always, packed)
    }

    private static func isBesideIt(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.first == "$ORIGIN" || parts.first == "${ORIGIN}") && !parts.contains("..")
    }
}
