import ConciergeCore
import Testing

@Suite struct VersionTests {
    @Test func `versions are ordered as semver.org says`() {
        let ordered = [
            "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
            "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.10", "1.2.0", "10.0.0",
        ]
        let versions = ordered.compactMap(Version.init)
        #expect(versions.map(\.description) == ordered)
        #expect(versions.shuffled().sorted() == versions)
        #expect(Version("1.0.0+build") == Version("1.0.0"))
    }

    @Test(arguments: [
        "", "1", "1.0", "1.0.0.0", "1.0.x", "-1.0.0", "1.0.0-", "v1.0.0", "1.0.0-x/../../y", "1.0.0+x/y",
        "1.0.0-a..b", "1.0.0+", "1.0.0+a+b", "1.0.0-a b", "1.0.0-é", "1.0.0-\u{1b}",
        "1.0.0-" + String(repeating: "a", count: 59),
    ]) func `what is no version is none, in a manifest neither`(text: String) {
        #expect(Version(text) == nil)
        let manifest = ManifestTests.minimal.merging(["version": .text(text)]) { $1 }
        #expect(throws: ManifestError.self) { try Manifest(from: .map(manifest)) }
    }

    @Test(arguments: ["1.0.0-x-y.1+build.7", "1.0.0-" + String(repeating: "a", count: 58)])
    func `what is one may stand in a manifest`(text: String) throws {
        let manifest = ManifestTests.minimal.merging(["version": .text(text)]) { $1 }
        #expect(try Manifest(from: .map(manifest)).version == text)
    }
}
