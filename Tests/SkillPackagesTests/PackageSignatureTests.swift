import Cryptography
import SkillPackages
import Testing
import Unix

@Suite struct PackageSignatureTests {
    private let key = SecretKey.generate()

    private func inPackage(_ body: (PackageFolder) throws -> Void) throws {
        let folder = try Files.temporaryFolder("signature-test")
        defer { try? Files.removeTree(folder) }
        try Files.makeFolders(folder + "/lib/linux-x86_64")
        try Files.makeFolders(folder + "/tests")
        try Files.create(folder + "/skill.yaml", "id: clock\n")
        try Files.create(folder + "/lib/linux-x86_64/clock.so", "library")
        try Files.create(folder + "/tests/now 现在.yaml", "name: now\n")
        try body(PackageFolder(folder, id: "clock"))
    }

    private func verify(_ package: PackageFolder, id: String = "clock", version: String = "1.2.0") throws {
        let signature = try #require(try PackageSignature.read(package))
        try signature.verify(
            id: id, version: version, sums: PackageSums(of: package), by: key.publicKey)
    }

    @Test func `a signed package is verified, and the list does not list itself`() throws {
        try inPackage { package in
            #expect(try PackageSignature.read(package) == nil)
            let digest = try package.digest()
            let signature = try PackageSignature.sign(package, version: "1.2.0", by: key)
            #expect(signature.file.trustedComment == "clock 1.2.0 \(digest)")
            #expect(signature.keyIdentifier == key.publicKey.identifier)
            #expect(try package.digest() == digest)
            try verify(package)
        }
    }

    @Test func `sha256sum and minisign agree`() throws {
        try inPackage { package in
            let signature = try PackageSignature.sign(package, version: "1.2.0", by: key)
            try Files.create(package.path + "/key.pub", key.publicKey.file)
            let sums = try ChildProcess(["sha256sum", "--strict", "-c", "SHA256SUMS"], in: package.path).run()
            #expect(sums.isSuccess, "\(sums.output)")
            let words = ["minisign", "-V", "-Q", "-p", "key.pub", "-m", "SHA256SUMS"]
            let verified = try ChildProcess(words, in: package.path).run()
            #expect(verified.isSuccess)
            #expect(verified.output == signature.file.trustedComment + "\n")
        }
    }

    @Test func `what was changed, added or taken away is named`() throws {
        try inPackage { package in
            try PackageSignature.sign(package, version: "1.2.0", by: key)
            try Files.replace(package.library, with: "another library")
            try Files.create(package.path + "/README.md", "new\n")
            try Files.remove(package.path + "/tests/now 现在.yaml")
            let place = package.path + "/SHA256SUMS.minisig"
            #expect {
                try verify(package)
            } throws: {
                "\($0)" == "\(place): 'README.md' was added, 'lib/linux-x86_64/clock.so' was changed, "
                    + "'tests/now 现在.yaml' is missing after it was signed; get the package anew from its publisher"
            }
        }
    }

    @Test func `a list that was changed after it was signed is refused`() throws {
        try inPackage { package in
            try PackageSignature.sign(package, version: "1.2.0", by: key)
            try Files.replace(package.library, with: "another library")
            let place = package.path + "/SHA256SUMS"
            try Files.replace(place, with: try PackageSums(of: package).text)
            let expected = PackageError.untrusted(
                .signature(place: place + ".minisig", .contentChanged))
            #expect(throws: expected) { try verify(package) }
        }
    }

    @Test(arguments: [("clock", "1.2.1"), ("cl0ck", "1.2.0")])
    func `a good signature of another package or version is refused`(id: String, version: String) throws {
        try inPackage { package in
            let digest = try PackageSignature.sign(package, version: "1.2.0", by: key).listed.digest
            let place = package.path + "/SHA256SUMS.minisig"
            #expect {
                try verify(package, id: id, version: version)
            } throws: {
                "\($0)"
                    == "\(place): signed as 'clock 1.2.0 \(digest)', but this is '\(id) \(version) \(digest)'; "
                    + "get the package anew from its publisher"
            }
        }
    }

    @Test func `a list that nobody signed is no signature, and a signature of no list is an error`() throws {
        try inPackage { package in
            let signature = try PackageSignature.sign(package, version: "1.2.0", by: key)
            let place = package.path + "/SHA256SUMS"
            try Files.remove(place + ".minisig")
            #expect(try PackageSignature.read(package) == nil)
            try Files.remove(place)
            #expect(try PackageSignature.read(package) == nil)
            try Files.create(place + ".minisig", signature.file.text)
            let expected = PackageError.untrusted(.half(there: place + ".minisig", missing: "SHA256SUMS"))
            #expect(throws: expected) { try PackageSignature.read(package) }
        }
    }

    private static let sum = String(repeating: "a", count: 64)

    @Test(arguments: [
        "\(sum)  a", "\(sum) a\n", "\(sum)  \n", "\(sum)  /a\n", "\(sum)  a/../b\n", "\(sum)  ./a\n",
        "\(sum)  a//b\n", "\(sum)  b\n\(sum)  a\n", "\(sum)  a\n\(sum)  a\n", "\(sum)  a\\b\n",
        "\(sum)  a\rb\n",
        "\(sum)  SHA256SUMS\n", "\(sum) *a\n", "A\(sum.dropFirst())  a\n", "\n", "\(sum)  a\n\n",
    ]) func `a list that we would not write is refused`(text: String) {
        #expect(throws: PackageError.self, "\(text)") { try PackageSums(text: text) }
    }

    @Test func `a list is read as it was written`() throws {
        try inPackage { package in
            let sums = try PackageSums(of: package)
            #expect(try PackageSums(text: sums.text) == sums)
            #expect(try PackageSums(text: "").lines == [])
        }
    }
}
