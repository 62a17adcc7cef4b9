import Archives
import Cryptography
import Testing
import Unix

@testable import SkillPackages

@Suite struct PackingTests {
    /// A package whose library has one symbol, and its folder's parent.
    private func inPackage(_ body: (Packing, String) throws -> Void) throws {
        let folder = try Files.temporaryFolder("packing-test")
        defer { try? Files.removeTree(folder) }
        let path = folder + "/greeter"
        try Files.makeFolders(path + "/assets")
        try Files.create(path + "/skill.yaml", "id: greeter\n")
        try Files.create(path + "/assets/words.json", "[]\n")
        try Files.create(path + "/a.c", "void *skill_entry_v1(void) { return 0; }\n")
        let package = PackageFolder(path, id: "greeter")
        try Files.makeFolders(Files.folder(of: package.library))
        let words = ["cc", "-shared", "-fPIC", "-o", package.library, path + "/a.c"]
        try #require(try ChildProcess(words).run().isSuccess)
        let runtime = try SDK.find(executable: Environment.executable).runtime()
        try body(Packing(package, version: "1.2.3", runtime: runtime), folder)
    }

    private func text(_ folder: String, _ body: () throws -> Void) -> String? {
        let error = #expect(throws: PackageError.self) { try body() }
        return error?.description.replacing(folder + "/", with: "")
    }

    @Test(arguments: ["assets/words", "SHA256SUMS", "SHA256SUMS.minisig"])
    func `a pipe is refused, not waited for`(name: String) throws {
        try inPackage { packing, folder in
            let (package, key) = (packing.package, SecretKey.generate())
            try PackageSignature.sign(package, version: "1.2.3", by: key)
            let path = "\(package.path)/\(name)"
            try #require(try ChildProcess(["sh", "-c", "rm -f '\(path)'; mkfifo '\(path)'"]).run().isSuccess)
            let expected =
                "greeter/\(name): neither a file nor a folder, which is all that packages hold; remove it"
            #expect(text(folder) { try package.copy(to: folder + "/copy") } == expected)
            let looked = text(folder) {
                _ = try PackageSignature.read(package)
                _ = try package.digest()
            }
            #expect(looked == expected)
        }
    }

    @Test(arguments: ArchiveFormat.allCases)
    func `what is packed is the package and its sums, the same each time`(
        format: ArchiveFormat
    ) throws {
        try inPackage { packing, folder in
            try packing.pack(as: format, to: folder + "/a.skill")
            try packing.pack(as: format, to: folder + "/b.skill")
            #expect(try Files.read(folder + "/a.skill") == Files.read(folder + "/b.skill"))
            #expect(try Files.list(folder) == ["a.skill", "b.skill", "greeter"])
            try Files.makeFolders(folder + "/out")
            let unpacked = try ArchiveReader(folder + "/a.skill").unpack(into: folder + "/out")
            #expect(unpacked.top == "greeter")
            #expect(
                unpacked.files == [
                    "SHA256SUMS", "assets/words.json", "\(PackageFolder.libraryFolder)/greeter.so",
                    "skill.yaml",
                ])
            let check = ["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"]
            #expect(try ChildProcess(check, in: folder + "/out/greeter").run().isSuccess)
            #expect(try packing.leftOut() == ["a.c"])
        }
    }

    @Test func `a signature goes with what it signs, and with nothing else`() throws {
        try inPackage { packing, folder in
            let key = SecretKey.generate()
            try PackageSignature.sign(packing.package, version: "1.2.3", by: key)
            try packing.pack(as: .tarZstandard, to: folder + "/a.skill")
            try Files.makeFolders(folder + "/out")
            try ArchiveReader(folder + "/a.skill").unpack(into: folder + "/out")
            let package = PackageFolder(folder + "/out/greeter", id: "greeter", isWhole: true)
            let signature = try #require(try PackageSignature.read(package))
            try signature.verify(
                id: "greeter", version: "1.2.3", sums: PackageSums(of: package), by: key.publicKey)

            let other = Packing(packing.package, version: "2.0.0", runtime: nil)
            let says = signature.file.trustedComment
            #expect(
                text(folder) { try other.pack(as: .zip, to: folder + "/b.skill") }
                    == "greeter: signed as '\(says)', which it is not any more; sign it again with 'concierge skill sign greeter'"
            )
            try Files.replace(folder + "/greeter/skill.yaml", with: "id: other\n")
            #expect(
                text(folder) { try packing.pack(as: .zip, to: folder + "/b.skill") }
                    == "greeter: 'skill.yaml' was changed after it was signed; sign it again with 'concierge skill sign greeter'"
            )
            #expect(try Files.list(folder) == ["a.skill", "greeter", "out"])
        }
    }

    @Test func `what cannot be installed is not packed`() throws {
        try inPackage { packing, folder in
            let package = packing.package
            func refusal() -> String? { text(folder) { try packing.pack(as: .zip, to: folder + "/a.skill") } }
            try Files.create(package.path + "/assets/a:b", "")
            #expect(
                refusal() == "a.skill: 'greeter/assets/a:b': a name with ':' in it; rename it and pack again")
            try Files.remove(package.path + "/assets/a:b")

            let words = ["ln", "-s", "/etc/passwd", package.path + "/assets/passwd"]
            #expect(try ChildProcess(words).run().isSuccess)
            #expect(
                refusal()
                    == "greeter/assets/passwd: a link; packages hold files only, so copy what it points to")
            try Files.remove(package.path + "/assets/passwd")

            try Files.replace(package.library, with: "text")
            #expect(
                refusal()
                    == "greeter/\(PackageFolder.libraryFolder)/greeter.so: not a shared library for 64 bits; build it with 'concierge skill build'"
            )
            try Files.removeTree(package.path + "/lib")
            #expect(refusal() == "greeter: no library in it; 'concierge skill build greeter' first")
            #expect(try Files.list(folder) == ["greeter"])
        }
    }
}
