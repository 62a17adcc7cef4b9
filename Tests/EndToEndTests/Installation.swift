import ConciergeCore
import Testing
import Unix

/// A folder with a configuration, and the built command to run in it.
struct Installation {
    /// The command lies beside the tests.
    static let command = Files.folder(of: Environment.executable) + "/concierge"
    static let repository: String = {
        var folder = Files.folder(of: Environment.executable)
        while !Files.exists(folder + "/Package.swift"), folder != "/" { folder = Files.folder(of: folder) }
        return folder
    }()

    /// The examples as packages, built once a run: what the compiler kept from the last run makes it quick.
    static let skills: Result<String, any Error> = Result {
        let home = repository + "/.build/end-to-end/skills"
        for (folder, id) in [
            ("HelloSwift", "hello-swift"), ("hello-c", "hello-c"), ("SlowEcho", "slow-echo"),
        ] {
            let source = "\(repository)/Examples/\(folder)"
            let package = "\(home)/\(id)"
            let library = "\(package)/lib/linux-x86_64/\(id).so"
            let outcome = try ChildProcess(
                [command, "skill", "build", source, "--output", library],
                environment: ["CONCIERGE_SDK": repository]
            ).run()
            guard outcome.isSuccess else { throw Unbuilt(description: outcome.output) }
            try Files.replace("\(package)/skill.yaml", with: try Files.text("\(source)/skill.yaml"))
        }
        return home
    }

    /// The host's own intents, learnt once a run and without nets.
    static let starter: Result<String, any Error> = Result {
        let home = repository + "/.build/end-to-end/starter"
        try Files.removeTree(home)
        for name in try Files.list(repository + "/knowledge/intents") {
            try Files.copy(repository + "/knowledge/intents/\(name)", to: home + "/intents/\(name)")
        }
        let words = ["intents", "train", "--quick", "--starter", home, "--to", home + "/intents.model"]
        let outcome = try ChildProcess([command] + words).run()
        guard outcome.isSuccess else { throw Unbuilt(description: outcome.output) }
        return home
    }

    let folder: String
    /// What the command finds in its environment besides.
    var environment: [String: String] = [:]
    private let starterFolder: String
    private let skillsFolder: String

    /// `starter`: another folder of the host's own intents, below its own.
    init(_ configuration: String = Installation.plain, starter: String? = nil) throws {
        folder = try Files.temporaryFolder("concierge-e2e")
        skillsFolder = try Self.skills.get()
        starterFolder = try starter.map { [folder] in "\(folder)/\($0)" } ?? Self.starter.get()
        try write("config.yaml", configuration)
    }

    static let plain = """
        store: sqlite:data/concierge.db
        turn: { join: 0ms }
        skills:
          - name: hello-c

        """

    func path(_ name: String) -> String { "\(folder)/\(name)" }
    func write(_ name: String, _ text: String, mode: UInt32 = 0o644) throws {
        try Files.replace(path(name), with: text, mode: mode)
    }

    /// The command, in this folder.
    func process(_ words: [String], input: String? = nil, within limit: [String] = []) throws -> ChildProcess
    {
        var process = ChildProcess(
            limit + [Self.command] + words, in: folder,
            environment: [
                "CONCIERGE_BUNDLED": skillsFolder, "CONCIERGE_STARTER": starterFolder,
                "CONCIERGE_DEMO": Self.repository + "/demo", "CONCIERGE_CONFIG": "",
                // Not one that was laid out beside the command of an older tree.
                "CONCIERGE_SDK": Self.repository,
            ].merging(environment) { $1 })
        if let input {
            process.input = .file(path("stdin"))
            try write("stdin", input)
        }
        return process
    }

    func run(_ words: String..., input: String? = nil) throws -> ChildProcess.Outcome {
        try process(words, input: input).run()
    }

    func remove() { try? Files.removeTree(folder) }
}

struct Unbuilt: Error, CustomStringConvertible {
    var description: String
}
