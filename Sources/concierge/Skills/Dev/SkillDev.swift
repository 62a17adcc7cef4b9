import ConciergeCore
import SkillPackages
import Threads
import Unix

/// `concierge skill dev`: change the skill and talk to it, in one terminal.
struct SkillDev {
    static let command = Command(
        name: "dev", summary: "watch a skill's sources, build and reload them, and talk to it meanwhile",
        details: """
            The skill runs alone, in a host of its own with an empty store, configured as in its conversations. What you type is a message, and what the skill did
            with it is shown. Sources that are saved are built and taken into use; where they do not build, the last good
            ones go on. Lines of a pipe are one turn each, answered by the sources as they are when the line comes.
            """,
        examples: ["concierge skill dev greeter"],
        parameters: [Skills.folder],
        options: [
            .init(name: "customer", value: "ID", summary: "who you are; else 'u1'"),
            .init(name: "name", value: "NAME", summary: "what you are called; else nobody knows"),
            .init(
                name: "yes", value: nil, summary: "run the build command that skill.yaml names without asking"
            ),
        ],
        run: { invocation in
            let signals = Signals()
            var session = try SkillDev(invocation)
            defer { session.close() }
            try session.run(until: { signals.next(within: 0) != nil })
        })

    private let folder: String
    private let isAgreed: Bool
    private let customer: [String: Value]
    private let workshop: String
    private var watch: SourceWatch
    private var generation = 0
    private var host: TestHost?
    private let isSession = Environment.isTerminal(0) && Environment.isTerminal(1)
    private let style = Terminal.answers

    private init(_ invocation: Invocation) throws {
        folder = invocation.first
        guard PackageFolder.isPackage(folder) else { throw PackageError.notAPackage(folder: folder) }
        isAgreed = invocation.has("yes")
        customer = ["id": .text(invocation["customer"] ?? "u1")].merging(
            invocation["name"].map { ["name": .text($0)] } ?? [:]
        ) { $1 }
        workshop = try Files.temporaryFolder("concierge-dev")
        watch = SourceWatch(folder)
    }

    private mutating func run(until isOver: () -> Bool) throws {
        var lines = LineSource()
        var unanswered = 0
        refresh()
        prompt()
        while !isOver() {
            switch lines.next(within: 200) {
            case .end:
                if isSession { Terminal.print("") }
                guard unanswered == 0 || isSession else {
                    throw Failure("\(unanswered) of the lines were not answered")
                }
                return
            case .nothing:
                guard isSession, watch.differStill() else { continue }
                Terminal.print("")
                refresh()
                prompt()
            case .line(let line):
                if watch.differ() { refresh() }
                if line.contains(where: { !$0.isWhitespace }), !answer(line) { unanswered += 1 }
                prompt()
            }
        }
    }

    private func prompt() { if isSession { Terminal.prompt(style.bold("› ")) } }

    /// Takes the sources into use as they are now, or says why not.
    private mutating func refresh() {
        watch.take()
        Terminal.remark(Terminal.remarks.dim("building \(folder)"))
        let begin = monotonicNanoseconds()
        do {
            let file = try stage()
            let config = try PlayedConversations(of: file).configuration
            // In a process of its own first: one that crashes while it is loaded does not end the session.
            let probed = try SkillProbe.check(file, config: file.configuration(config).value)
            for finding in probed.findings { Terminal.remark(finding.message) }
            if let host {
                try host.reload(file, config: config)
            } else {
                host = try TestHost(conversation(config), of: file, at: file.package.path)
            }
            let milliseconds = (monotonicNanoseconds() - begin) / 1_000_000
            Terminal.remark(
                Terminal.remarks.green("\(file.manifest.id) \(file.manifest.version) is in use")
                    + Terminal.remarks.dim(" after \(milliseconds) ms"))
        } catch {
            Terminal.complain("\(error)")
            if host != nil { Terminal.remark("the last good one goes on") }
        }
    }

    /// The package in a place of its own: a library that is loaded stays, whatever comes to lie under its name.
    private mutating func stage() throws -> SkillFile {
        let source = try SkillFile(folder)
        generation += 1
        let place = Files.join(workshop, "\(generation)")
        for file in try source.package.files() where !file.hasPrefix("lib/") {
            try Files.copy(Files.join(folder, file), to: Files.join(place, file))
        }
        let library = PackageFolder(place, id: source.manifest.id).library
        try SkillBuild.build(source, output: library, isAgreed: isAgreed)
        return try SkillFile(place)
    }

    private func conversation(_ config: Value) throws -> ConversationTest {
        var test = try ConversationTest(["name": "dev", "turns": []])
        (test.customer, test.config) = (customer, config)
        return test
    }

    /// Whether the line was answered.
    private func answer(_ line: String) -> Bool {
        guard let host else {
            Terminal.complain("\(folder): not built yet; mend what the compiler says")
            return false
        }
        do {
            host.clock.set(Timestamp(milliseconds: wallClockMilliseconds()))
            let (heard, records) = try host.playTraced(.message(line, customer: nil, channel: nil))
            for skill in records.flatMap({ $0["trace"]?["skills"]?.list ?? [] }) {
                Terminal.print(TraceView(style: style).lines(of: skill, longest: nil))
            }
            for reply in heard.replies { Terminal.print(style.cyan(reply.text.printable)) }
            return true
        } catch {
            Terminal.complain("\(error)")
            return false
        }
    }

    private func close() {
        host?.close()
        try? Files.removeTree(workshop)
    }
}
