import ConciergeCore
import Testing

@testable import SkillHosting

/// Libraries that are none, or not for this host.
@Suite struct LibraryTests {
    @Test(
        arguments: [
            ("missing.so", nil, "there is no such file; build it with 'concierge skill build FOLDER'"),
            (
                "text.so", Array("a text file named .so\n".utf8),
                "not a shared library; build it with 'concierge skill build FOLDER'"
            ),
            ("empty.so", [], "not a shared library; build it with 'concierge skill build FOLDER'"),
            (
                "cut.so", [0x7F, 0x45, 0x4C, 0x46, 2, 1],
                "not a shared library; build it with 'concierge skill build FOLDER'"
            ),
            ("program", elf(type: 2), "not a shared library; build it with 'concierge skill build FOLDER'"),
            (
                "foreign.so", elf(machine: 243),
                "built for riscv64, this machine is \(host); rebuild the skill on this machine"
            ),
            (
                "old.so", elf(machine: 3, bits: 1),
                "built for x86 (32 bit), this machine is \(host); rebuild the skill on this machine"
            ),
            (
                "rare.so", elf(machine: 4711),
                "built for machine 4711, this machine is \(host); rebuild the skill on this machine"
            ),
            (
                "big.so", elf(order: 2),
                "built for a big-endian machine, this machine is \(host); rebuild the skill on this machine"
            ),
        ] as [(String, [UInt8]?, String)])
    func `a file that is no library for this machine is never linked`(
        name: String, bytes: [UInt8]?, text: String
    ) throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = if let bytes { try zoo.file(name, bytes) } else { "\(zoo.folder)/\(name)" }
        let error = #expect(throws: LoadError.self) { try SkillLibrary(path: path) }
        #expect(error?.description == "\(path): \(text)")
    }

    @Test func `a header alone is refused by the linker, in its words`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.file("hollow.so", Self.elf())
        let error = #expect(throws: LoadError.self) { try SkillLibrary(path: path) }
        guard case .notLinkable(path, let reason) = error else {
            Issue.record("not refused by the linker: \(String(describing: error))")
            return
        }
        #expect(
            error?.description
                == "\(path): cannot be linked: \(reason); install what it needs, or rebuild it with 'concierge skill build FOLDER'"
        )
    }

    @Test(arguments: ["", "skill.so", "./skill.so"])
    func `a path that the linker would search for is refused`(path: String) {
        let error = #expect(throws: LoadError.self) { try SkillLibrary(path: path) }
        #expect(error?.description == "\(path): not an absolute path; write it from '/' on")
    }

    @Test(arguments: [
        (
            Zoo.Beast(symbol: "my_entry"),
            "no function 'skill_entry_v1' is exported; make it public (Swift) or SK_EXPORT (C)"
        ),
        (
            Zoo.Beast(symbol: "skill_entry_v2"),
            "built for ABI 2, this host speaks ABI 1; rebuild the skill with SkillKit 1"
        ),
        (
            Zoo.Beast(entry: "entry.abi_major = 3;"),
            "built for ABI 3, this host speaks ABI 1; rebuild the skill with SkillKit 1"
        ),
        (
            Zoo.Beast(entry: "return NULL;"),
            "'skill_entry_v1' returned no 'sk_entry'; return a static 'sk_entry'"
        ),
        (
            Zoo.Beast(entry: "entry.size = 40;"),
            "'sk_entry' has 40 bytes, and 48 in ABI 1; set its 'size' to sizeof(sk_entry)"
        ),
        (
            Zoo.Beast(entry: "entry.create = NULL;"),
            "'sk_entry.create' is NULL; every skill must have that function"
        ),
        (
            Zoo.Beast(entry: "entry.manifest.len -= 1;"),
            "its manifest cannot be read: not a message: cut short, at byte 18; write it as 'skill.yaml' has it"
        ),
        (
            Zoo.Beast(entry: "entry.manifest.ptr = NULL;"),
            "its manifest cannot be read: not a message: cut short, at byte 0; write it as 'skill.yaml' has it"
        ),
        (
            Zoo.Beast(entry: "entry.manifest.len = UINT64_MAX;"),
            "its manifest cannot be read: 18446744073709551615 bytes, and 1048576 are allowed; write it as 'skill.yaml' has it"
        ),
    ])
    func `a library that does not keep to the contract is named`(beast: Zoo.Beast, text: String) throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(beast)
        let error = #expect(throws: LoadError.self) { try SkillLibrary(path: path) }
        #expect(error?.description == "\(path): \(text)")
    }

    @Test func `a larger table of a later minor is welcome`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(Zoo.Beast(entry: "entry.size = 4096; entry.abi_minor = 9;"))
        let library = try SkillLibrary(path: path)
        #expect(library.minorVersion == 9)
        #expect(library.toolchain == nil)
        #expect(library.manifest == ["id": "beast", "version": "1.0.0"])
    }

    @Test func `a missing library that it needs is named`() throws {
        let zoo = try Zoo()
        defer { zoo.remove() }
        let path = try zoo.build(Zoo.Beast(before: "extern int absent(void);", entry: "absent();"))
        let error = #expect(throws: LoadError.self) { try SkillLibrary(path: path) }
        #expect(
            error?.description
                == "\(path): cannot be linked: undefined symbol: absent; install what it needs, or rebuild it with 'concierge skill build FOLDER'"
        )
    }

    #if arch(x86_64)
        static let host = "x86_64"
    #else
        static let host = "aarch64"
    #endif

    /// The header of a file that claims to be a library.
    static func elf(
        machine: UInt16 = LibraryFile.machine, type: UInt8 = 3, bits: UInt8 = 2, order: UInt8 = 1
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 64)
        header.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, bits, order])
        header[16] = type
        header[18] = UInt8(machine & 0xFF)
        header[19] = UInt8(machine >> 8)
        return header
    }
}
