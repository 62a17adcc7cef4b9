/// The steps of an install, in their order; each is undone when a later one fails.
enum InstallStep: String, CaseIterable {
    case fetch, unpack, manifest, signature, compatibility, permissions, probe, tests, activation
    case configuration, host

    /// What a person sees while it is under way.
    var progress: String {
        switch self {
        case .fetch: "fetching"
        case .unpack: "unpacking"
        case .manifest: "reading its manifest"
        case .signature: "checking every file, and who signed them"
        case .compatibility: "does it fit this host?"
        case .permissions: "what it may do"
        case .probe: "loading it in a process of its own"
        case .tests: "playing its conversations"
        case .activation: "making it current"
        case .host: "telling the host"
        case .configuration: "naming it in the configuration"
        }
    }
}

/// Where an install is, for the person who waits and for the message when it fails.
final class InstallProgress {
    private let subject: String
    private(set) var step = InstallStep.fetch

    init(_ subject: String) { self.subject = subject }

    func enter(_ next: InstallStep) {
        step = next
        let number = (InstallStep.allCases.firstIndex(of: next) ?? 0) + 1
        Terminal.progress("\(subject): \(number)/\(InstallStep.allCases.count) \(next.progress)…")
    }

    /// How much of it has come.
    func show(_ done: Int, of all: Int?) {
        let part = all.map { " of \(($0 + 1023) / 1024)" } ?? ""
        Terminal.progress("\(subject): \(step.progress)… \(done / 1024)\(part) KiB")
    }

    func end() { Terminal.progress("") }
}
