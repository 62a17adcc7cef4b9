import Glibc

/// Another program: run to its end, or started and looked after.
public struct ChildProcess: Sendable {
    public enum Ending: Sendable, Hashable, CustomStringConvertible {
        case exit(Int32)
        case signal(Int32)

        public var description: String {
            switch self {
            case .exit(let code): "exit \(code)"
            case .signal(let number): "signal \(number) (\(String(cString: strsignal(number)).lowercased()))"
            }
        }
    }

    public struct Outcome: Sendable, Hashable {
        public var ending: Ending
        public var output: String
        public var isSuccess: Bool { ending == .exit(0) }
    }

    /// What it reads as stdin.
    public enum Input: Sendable, Hashable {
        case file(String)
        /// What is written to the running process; it ends with this process, however that ends.
        case pipe
    }

    /// What it runs; the first word is looked up in `PATH`.
    public var words: [String]
    public var folder: String?
    public var environment: [String: String]
    public var input = Input.file("/dev/null")
    /// Whether it and all that it starts are one group, which ends together.
    public var isGroup = false

    public init(_ words: [String], in folder: String? = nil, environment: [String: String] = [:]) {
        self.words = words
        self.folder = folder
        self.environment = environment
    }

    /// Runs it; what it prints on either stream comes back as one text.
    public func run() throws(SystemError) -> Outcome {
        let process = try start()
        let output = try process.rest()
        return Outcome(ending: process.wait(), output: output)
    }

    /// Runs it for at most so long, in a group of its own; nil when it took longer. Nothing that it started outlives it.
    public func run(within seconds: Int, writing text: String? = nil) throws(SystemError) -> Outcome? {
        var child = self
        child.isGroup = true
        if text != nil { child.input = .pipe }
        let process = try child.start()
        // One that dies before it reads says so by its end.
        if let text { try? process.write(text) }
        let output = try process.rest(within: seconds)
        process.signalGroup(9)
        let ending = process.wait()
        return output.map { Outcome(ending: ending, output: $0) }
    }

    /// Starts it; whoever gets it reads what it prints and waits for its end.
    public func start() throws(SystemError) -> RunningProcess {
        let output = try Pipe(words[0])
        switch input {
        case .file(let path):
            let file = try Descriptor(path, O_RDONLY)
            let child = try start(reading: file, writingTo: output.writing)
            return RunningProcess(child, output: output.reading, input: nil)
        case .pipe:
            let input = try Pipe(unshared: words[0])
            let child = try start(reading: input.reading, writingTo: output.writing)
            return RunningProcess(child, output: output.reading, input: input.writing)
        }
    }

    private func start(
        reading input: consuming Descriptor, writingTo output: consuming Descriptor
    ) throws(SystemError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.number, 0)
        posix_spawn_file_actions_adddup2(&actions, output.number, 1)
        posix_spawn_file_actions_adddup2(&actions, output.number, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A host blocks signals in all its threads; a child begins with none blocked.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // Group 0: one of its own, under its own number.
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | (isGroup ? POSIX_SPAWN_SETPGROUP : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var child = pid_t()
        // posix_spawn has no portable way to change the folder; env(1) has.
        let program = folder.map { ["env", "-C", $0] + words } ?? words
        let code = withCStrings(program) { arguments in
            withCStrings(inherited) { posix_spawnp(&child, program[0], &actions, &attributes, arguments, $0) }
        }
        guard code == 0 else { throw SystemError(words[0], code: code) }
        return child
    }

    private var inherited: [String] {
        var entries: [String] = []
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if !environment.keys.contains(where: { text.hasPrefix($0 + "=") }) { entries.append(text) }
            next += 1
        }
        return entries + environment.map { "\($0)=\($1)" }.sorted()
    }
}

/// Lends texts as C expects a list of them: null-terminated, for the length of the call.
private func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = texts.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return body(copies)
}
