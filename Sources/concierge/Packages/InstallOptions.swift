/// What was said on the command line.
struct InstallOptions {
    var isAgreed: Bool
    var allowsUnsigned: Bool
    var allowsDowngrade: Bool
    var runsInProcess: Bool
    var skipsTests: Bool
    var acceptsNewKey: Bool
    var key: String?
    var registry: String?
    /// Whether what is current already is left as it is.
    var leavesUnchanged = false

    static let all: [Command.Option] = [
        .init(
            name: "yes", value: nil, summary: "agree to what it may do, to its build command and to a new key"
        ),
        .init(name: "allow-unsigned", value: nil, summary: "take an archive that nobody signed"),
        .init(name: "allow-downgrade", value: nil, summary: "take a version below the installed one"),
        .init(
            name: "in-process", value: nil,
            summary: "let code of somebody else run in the host's own process"),
        .init(name: "skip-tests", value: nil, summary: "do not play its conversations"),
        .init(name: "new-key", value: nil, summary: "accept that the publisher's key has changed"),
        .init(name: "key", value: "KEY", summary: "the publisher's public key, or a file with it"),
        .init(
            name: "registry", value: "PLACE", summary: "look there instead of in the configured registries"),
    ]

    init(_ invocation: Invocation) {
        isAgreed = invocation.has("yes")
        allowsUnsigned = invocation.has("allow-unsigned")
        allowsDowngrade = invocation.has("allow-downgrade")
        runsInProcess = invocation.has("in-process")
        skipsTests = invocation.has("skip-tests")
        acceptsNewKey = invocation.has("new-key")
        key = invocation["key"]
        registry = invocation["registry"]
    }
}
