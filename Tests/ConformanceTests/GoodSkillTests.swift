import ConciergeCore
import Testing
import Unix

/// What is meant to be good is: the templates and the examples.
@Suite struct GoodSkillTests {
    private static let hasCargo = (try? ChildProcess(["cargo", "--version"]).run())?.isSuccess ?? false

    @Test(arguments: [
        "Templates/swift", "Templates/c", "Examples/HelloSwift", "Examples/SlowEcho", "Examples/hello-c",
        "Examples/hours-c",
    ])
    func `passes every case`(skill: String) throws { try Self.passes(skill) }

    @Test(.enabled(if: hasCargo, "no 'cargo' in PATH: install it, and the template in Rust is tested too"))
    func `the template in Rust passes every case`() throws { try Self.passes("Templates/rust") }

    /// In a copy, so that nothing is left where it comes from; what was built of it before is kept for the next run.
    private static func passes(_ skill: String) throws {
        let copy = "\(Zoo.repository)/.build/conformance/\(skill)"
        try Files.makeFolders(copy)
        let files = "git ls-files -co --exclude-standard | tar -cT - | tar -xC \"$0\""
        let copied = try ChildProcess(["bash", "-c", files, copy], in: "\(Zoo.repository)/\(skill)").run()
        #expect(copied.isSuccess, "\(copied.output)")
        let outcome = try ChildProcess(
            [Zoo.command, "skill", "test", copy, "--json"], environment: ["CONCIERGE_SDK": Zoo.repository]
        ).run()
        #expect(outcome.isSuccess, "\(outcome.output)")
        let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("{") } ?? "{}"
        let report = try JSON.decode(String(line))
        #expect((report["cases"]?.list ?? []).count >= 20)
        #expect(report["conversations"]?.list?.isEmpty == false)
    }
}
