import Archives
import Glibc
import Testing
import Unix

@Suite struct HonestTests {
    private let names = [
        "LICENSE", "assets/数据 表.json",
        "assets/\(String(repeating: "long", count: 20))/\(String(repeating: "n", count: 80))",
        "lib/linux-x86_64/greeter.so", "skill.yaml",
    ]

    /// A package's files below `folder/greeter`.
    private func make(in folder: String) throws -> [(name: String, path: String, isExecutable: Bool)] {
        for name in names {
            try Files.makeFolders(Files.folder(of: "\(folder)/greeter/\(name)"))
            try Files.create(
                "\(folder)/greeter/\(name)", String(repeating: "content of \(name)\n", count: 900))
        }
        try Files.create(folder + "/greeter/empty", "")
        return (names + ["empty"]).map { ($0, "\(folder)/greeter/\($0)", $0.hasSuffix(".so")) }
    }

    private func expectSame(_ archive: String, in folder: String) throws {
        let target = folder + "/target"
        try Files.makeFolders(target, mode: 0o700)
        let unpacked = try ArchiveReader(archive).unpack(into: target)
        #expect(unpacked == Unpacked(top: "greeter", files: (names + ["empty"]).sorted()))
        #expect(try Files.tree(target + "/greeter") == Files.tree(folder + "/greeter"))
        for name in names {
            #expect(try Files.read("\(target)/greeter/\(name)") == Files.read("\(folder)/greeter/\(name)"))
            let isExecutable = Files.status("\(target)/greeter/\(name)")?.isExecutable
            #expect(isExecutable == name.hasSuffix(".so"))
        }
    }

    @Test(arguments: ArchiveFormat.allCases) func `what is packed here comes out the same`(
        format: ArchiveFormat
    ) throws {
        try inFolder { folder in
            let path = "\(folder)/a.\(format.rawValue)"
            try ArchiveWriter.write(try make(in: folder), under: "greeter", as: format, to: path)
            try expectSame(path, in: folder)
        }
    }

    @Test(arguments: [
        "tar --zstd -cf a greeter", "tar czf a greeter", "tar --format=pax -czf a greeter",
        "tar --format=ustar -czf a greeter", "tar c greeter | zstd -19 -o a", "tar c greeter | gzip -n > a",
        "zip -qr a.zip greeter", "zip -qr0 a.zip greeter", "zip -qr - greeter > a.zip",

        "python3 -c \"import tarfile; t = tarfile.open('a', 'w:gz'); t.add('greeter'); t.close()\"",
        "python3 -c \"import tarfile; t = tarfile.open('a', 'w:gz', format=0); t.add('greeter'); t.close()\"",
        "python3 -c \"import shutil; shutil.make_archive('a', 'zip', '.', 'greeter')\"",
    ]) func `what other programs pack comes out the same`(command: String) throws {
        try inFolder { folder in
            _ = try make(in: folder)
            let made = try ChildProcess(
                ["sh", "-ec", command], in: folder
            ).run()
            try #require(made.isSuccess, "\(made.output)")
            try expectSame(Files.exists(folder + "/a") ? folder + "/a" : folder + "/a.zip", in: folder)
        }
    }

    @Test(arguments: ArchiveFormat.allCases) func `the same files give the same bytes`(
        format: ArchiveFormat
    ) async throws {
        try inFolder { folder in
            try Files.makeFolders(folder + "/one")
            try Files.makeFolders(folder + "/two/deeper")
            let files = try make(in: folder + "/one")
            let others = try make(in: folder + "/two/deeper")
            for file in others {
                chmod(file.path, 0o700)
                try #require(try ChildProcess(["touch", "-d", "2001-02-03", file.path]).run().isSuccess)
            }
            try ArchiveWriter.write(files, under: "greeter", as: format, to: folder + "/a")
            try ArchiveWriter.write(others.reversed(), under: "greeter", as: format, to: folder + "/b")
            #expect(try Files.read(folder + "/a") == Files.read(folder + "/b"))
        }
    }

    @Test(arguments: ArchiveFormat.allCases) func `the same bytes come out in another time zone`(
        format: ArchiveFormat
    ) async throws {
        let folder = try Files.temporaryFolder("archives-test")
        defer { try? Files.removeTree(folder) }
        try Files.create(folder + "/a", "a")
        for zone in ["UTC", "Asia/Shanghai", "America/New_York"] {
            await #expect(processExitsWith: .success) {
                [folder = folder as String, zone = zone as String, name = format.rawValue as String] in
                setenv("TZ", zone, 1)
                let format = try #require(ArchiveFormat(rawValue: name))
                try ArchiveWriter.write(
                    [("a", folder + "/a", false)], under: "greeter", as: format,
                    to: folder + "/" + zone.replacing("/", with: "-"))
            }
        }
        let here = try Files.read(folder + "/UTC")
        #expect(try Files.read(folder + "/Asia-Shanghai") == here)
        #expect(try Files.read(folder + "/America-New_York") == here)
    }

    @Test func `files in no folder are taken where they may be`() throws {
        try inFolder { folder in
            try Files.create(folder + "/SKILL.md", "---\n")
            let command = "zip -q a.zip SKILL.md"
            try #require(try ChildProcess(["sh", "-ec", command], in: folder).run().isSuccess)
            try Files.makeFolders(folder + "/target")
            let unpacked = try ArchiveReader(folder + "/a.zip").unpack(
                into: folder + "/target", needingTop: false)
            #expect(unpacked == Unpacked(top: nil, files: ["SKILL.md"]))
            #expect(try Files.text(folder + "/target/SKILL.md") == "---\n")
        }
    }

    @Test func `what cannot be written says so`() throws {
        #expect(
            throws: ArchiveError(
                path: "/nowhere/a", entry: nil, fault: .system("failed to open '/nowhere/a'"))
        ) {
            try ArchiveWriter.write([], under: "greeter", as: .zip, to: "/nowhere/a")
        }
        try inFolder { folder in
            #expect(throws: ArchiveError.self) {
                try ArchiveWriter.write(
                    [("a", folder + "/none", false)], under: "greeter", as: .zip, to: folder + "/a.zip")
            }
        }
    }
}
