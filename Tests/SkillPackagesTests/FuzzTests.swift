import Archives
import ConfigurationFile
import Cryptography
import Testing
import Unix

@testable import SkillPackages

/// Whatever comes in ends in a value or in a sentence, never in a crash; in a process of its own, which may.
@Suite struct FuzzTests {
    @Test func `a manifest`() async {
        await #expect(processExitsWith: .success) {
            var tally = Tally()
            let root = try SDK.find(executable: Environment.executable).path
            let seeds = try ["Examples/hello-c", "Examples/hours-c", "Plugins/SalesAutomation"].map {
                try Files.read("\(root)/\($0)/skill.yaml")
            }
            var mutations = Mutations(
                of: seeds,
                words: [
                    "&a ", "*a", "!!binary ", "<<: *a", "{", "[", "- ", ": ", "\n", "---\n", "? ", "|\n",
                    "\"\\u0000\"", "1e999",
                    "-9223372036854775809", "~", "\u{feff}", "${HOME}", "permissions:", "library: ../../x\n",
                    "\t",
                ])
            try inFolder { folder in
                for _ in 0..<700 {
                    let input = mutations.input()
                    try Files.replace(folder + "/skill.yaml", with: input)
                    do throws(PackageError) {
                        _ = try SkillFile(folder)
                        tally.taken += 1
                    } catch {
                        tally.expectSentence(error.description, input)
                    }
                }
            }
            tally.expectVariety(40)
        }
    }

    @Test func `instructions`() async {
        await #expect(processExitsWith: .success) {
            var tally = Tally()
            let text = """
                ---
                name: brand-guidelines
                description: How we write. 怎么写。
                license: MIT
                metadata:
                  version: "1.0"
                ---
                # Brand

                Be short.

                """
            var mutations = Mutations(
                of: [
                    text, text.replacing("1.0", with: "1.0.0-a/../../x"),
                    text.replacing("license: MIT", with: #"version: "1.0.0-\e[2J""#),
                ].map { Array($0.utf8) },
                words: [
                    "---\n", "\n", "\r\n", "\u{feff}", "\u{200b}", "\u{e0041}", "&a ", "*a", "!!binary ",
                    ": ", "--", "- ", "{", "../", "/", "..", "version: ",
                    "name: ",
                ])
            try inFolder { folder in
                for _ in 0..<1500 {
                    let input = mutations.input()
                    try Files.replace(folder + "/SKILL.md", with: input)
                    do throws(Problems) {
                        let taken = try InstructionsFile(path: folder + "/SKILL.md")
                        tally.taken += 1
                        for name in [taken.id, taken.version ?? "1.0.0"] {
                            #expect(isSafeInPath(name), "\(name.debugDescription) of \(input)")
                        }
                    } catch { tally.expectSentence(error.description, input) }
                }
            }
            tally.expectVariety(20)
        }
    }

    @Test func `a library`() async {
        await #expect(processExitsWith: .success) {
            var tally = Tally()
            try inFolder { folder in
                try Files.create(
                    folder + "/a.c",
                    "int puts(const char *); int skill_entry_v1(void) { return puts(\"\"); }\n")
                let seeds = try ["gnu", "sysv", "both"].map { style in
                    let words = [
                        "cc", "-shared", "-s", "-fPIC", "-Wl,--hash-style=\(style)", "-Wl,-rpath,/a:/b", "-o",
                        folder + "/a.so", folder + "/a.c",
                    ]
                    try #require(try ChildProcess(words).run().isSuccess)
                    return try Files.read(folder + "/a.so")
                }
                let twoFaced = TwoFaces.allCases.flatMap { faces in seeds.map { faces.changed($0) } }
                var mutations = Mutations(
                    of: seeds.flatMap { [$0, headers(of: $0)] } + twoFaced, words: ["\u{7f}ELF"])
                for _ in 0..<2000 {
                    let input = mutations.input()
                    do throws(ELFFault) {
                        _ = try LibraryFacts(input).faults(isPacked: true, runtime: [])
                        tally.taken += 1
                    } catch {
                        tally.expectSentence(error.description, input)
                    }
                }
                // Every byte of what leads to all the rest, too.
                for seed in seeds {
                    for place in headers(of: seed).indices {
                        var input = seed
                        input[place] = input[place] &+ 0x80
                        do throws(ELFFault) {
                            _ = try LibraryFacts(input).faults(isPacked: true, runtime: [])
                            tally.taken += 1
                        } catch {
                            tally.expectSentence(error.description, input)
                        }
                    }
                }
            }
            tally.expectVariety(4)
        }
    }

    @Test func `a signature, a key and a list of sums`() async {
        await #expect(processExitsWith: .success) {
            var tally = Tally()
            let key = SecretKey.generate()
            let file = key.sign([1, 2, 3], trustedComment: "greeter 1.0.0 abc").text
            let sums =
                "\(String(repeating: "0a", count: 32))  a/b\n\(String(repeating: "f1", count: 32))  skill.yaml\n"
            let secret = try key.file(password: nil)
            var mutations = Mutations(
                of: [file, key.publicKey.text, key.publicKey.file, secret, sums].map { Array($0.utf8) },
                words: [
                    "\n", "\r\n", "untrusted comment: ", "trusted comment: ", "RW", "RU", "=", "  ", "../",
                    "é",
                ])
            for _ in 0..<3000 {
                let input = mutations.input()
                let text = String(decoding: input, as: UTF8.self)
                do throws(SignatureError) {
                    let read = try SignatureFile(text)
                    tally.taken += 1
                    #expect(read.text == text)
                    try read.verify([1, 2, 3], by: key.publicKey)
                    #expect(text.hasSuffix(file.drop { $0 != "\n" }))
                } catch { tally.expectSentence(error.description, input) }
                do throws(PackageError) { #expect(try PackageSums(text: text).text == text) } catch {
                    tally.expectSentence(error.description, input)
                }
                do throws(SecretKeyError) { _ = try SecretKey(file: text, password: nil) } catch {
                    tally.expectSentence("\(error)", input)
                }
                _ = PublicKey(text)
            }
            tally.expectVariety(3)
        }
    }

    @Test func `an index`() async {
        await #expect(processExitsWith: .success) {
            var tally = Tally()
            let version = """
                {"file":"packages/a-1.0.0.skill","sha256":"\(String(repeating: "0a", count: 32))","size":12,
                "kind":"native","description":"says hello 你好","signer":"\(SecretKey.generate().publicKey.text)",
                "permissions":["model"],"published_at":"2026-03-11T10:00:00Z","yanked":"no"}
                """
            let index = """
                {"schema":1,"name":"acme","serial":7,"expires":"2026-06-01T00:00:00Z","mirrors":["https://a.example"],
                "packages":{"greeter":{"1.0.0":\(version),"1.1.0-rc.1":\(version)}}}
                """
            var mutations = Mutations(
                of: [Array(index.utf8)],
                words: [
                    "{", "[", "]", "}", ",", "null", "1e99", "-0", "9223372036854775808", "\"\\u0000\"",
                    "\\u001b", "\\ud800",
                    "../", "\u{7f}", "\"serial\":1,", "é",
                ])
            for _ in 0..<2000 {
                let input = mutations.input()
                do throws(RegistryError) {
                    let read = try IndexReader.read(input, place: "index.json")
                    tally.taken += 1
                    #expect(try IndexReader.read(read.bytes, place: "index.json") == read)
                } catch { tally.expectSentence(error.description, input) }
            }
            tally.expectVariety(40)
        }
    }

    @Test func `an archive`() async {
        await #expect(processExitsWith: .success) {
            var tally = Tally()
            try inFolder { folder in
                for name in ["skill.yaml", "lib/a.so"] {
                    try Files.makeFolders(Files.folder(of: "\(folder)/in/\(name)"))
                    try Files.create("\(folder)/in/\(name)", "content of \(name)")
                }
                let command =
                    "zip -qr0 a.zip in; zip -qr b.zip in; tar cf a.tar in; tar --format=pax -cf b.tar in"
                try #require(try ChildProcess(["sh", "-ec", command], in: folder).run().isSuccess)
                let files = try ["a.zip", "b.zip", "a.tar", "b.tar"].map { try Files.read("\(folder)/\($0)") }
                var mutations = Mutations(
                    of: files,
                    words: [
                        "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "../", "/", "ustar",
                        "20 path=../../evil\n", "5", "L",
                    ])
                let before = try Files.tree(folder)
                for _ in 0..<1200 {
                    let input = mutations.input()
                    // A tar goes on behind right check sums, in a compression that leaves it as it is.
                    let isZip = input.starts(with: "PK".utf8)
                    try Files.replace(folder + "/a", with: isZip ? input : inFrame(withCheckSums(input)))
                    try Files.makeFolders(folder + "/out")
                    do throws(ArchiveError) {
                        let unpacked = try ArchiveReader(folder + "/a").unpack(
                            into: folder + "/out", needingTop: false)
                        tally.taken += 1
                        let top = unpacked.top.map { $0 + "/" } ?? ""
                        #expect(
                            (try? Files.tree(folder + "/out")) == unpacked.files.map { top + $0 }.sorted())
                    } catch { tally.expectSentence(error.description, input) }
                    try Files.removeTree(folder + "/out")
                    try Files.remove(folder + "/a")
                    #expect(try Files.tree(folder) == before)
                }
            }
            tally.expectVariety(40)
        }
    }
}

private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = try Files.temporaryFolder("fuzz-test")
    defer { try? Files.removeTree(folder) }
    try body(folder)
}

/// How inputs ended: a fuzzer whose inputs are all refused at the door looks at nothing.
private struct Tally {
    var taken = 0
    var refused: [String: Int] = [:]

    /// Something is said, and nothing in it does anything to a terminal.
    mutating func expectSentence(_ text: String, _ input: [UInt8]) {
        refused[text, default: 0] += 1
        #expect(!text.isEmpty)
        #expect(
            text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control },
            "\(text.debugDescription) of \(input)")
    }

    func expectVariety(_ least: Int) {
        #expect(taken > 20, "only \(taken) were taken")
        #expect(refused.count > least, "only \(refused.count) sentences were said")
    }
}

/// A folder can be named after it, and it leads out of none.
private func isSafeInPath(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.contains("..")
        && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
}

/// The part of a library that says where everything is.
private func headers(of library: [UInt8]) -> [UInt8] { Array(library.prefix(1024)) }

private func withCheckSums(_ tar: [UInt8]) -> [UInt8] {
    var tar = tar
    for start in stride(from: 0, to: tar.count - 511, by: 512) {
        let sum = (start..<(start + 512)).reduce(0) { $0 + (148..<156 ~= $1 - start ? 32 : Int(tar[$1])) }
        let digits = String(sum, radix: 8)
        let field = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
        tar.replaceSubrange((start + 148)..<(start + 156), with: Array(field.utf8))
    }
    return tar
}

/// One Zstandard frame whose blocks are the bytes as they are.
private func inFrame(_ bytes: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]
    var rest = bytes[...]
    repeat {
        let part = rest.prefix(1 << 17)
        rest = rest.dropFirst(part.count)
        let header = part.count << 3 | (rest.isEmpty ? 1 : 0)
        frame += [UInt8(header & 0xff), UInt8(header >> 8 & 0xff), UInt8(header >> 16)] + part
    } while !rest.isEmpty
    return frame
}
