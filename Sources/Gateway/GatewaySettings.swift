public import ConciergeCore

/// What the command tells the gateway of the host around it.
public struct GatewaySettings: Sendable {
    /// SHA-256 in hexadecimal of the token in `data/admin.token`.
    public var adminTokenHash: String?
    /// SHA-256 in hexadecimal of `channels.rest.token`; without it `/webhooks/rest/webhook` is open on loopback only.
    public var restTokenHash: String?
    /// What `/openapi.json` calls this host's version.
    public var version = "1.0.0"
    /// Reads the links to skills' pages; without it none opens.
    public var seal: PageSeal?
    /// Channels whose quick messages are answered together.
    public var joiningChannels: Set<String> = ["webchat"]
    /// Skills that are configured but not running, each with what is wrong and its mend.
    public var unloadedSkills: @Sendable () -> [UnloadedSkill] = { [] }
    /// The names of one kind that the configurations of running skills give, as the competences they hand over to.
    public var names: @Sendable (Format) -> [String] = { _ in [] }
    /// Reads the configuration again; throws what is wrong with it.
    public var reload: (@Sendable () throws(ReloadError) -> Void)?

    public init() {}
}

/// A skill that is configured and has no part in turns.
public struct UnloadedSkill: Sendable, Hashable {
    public var id: String
    public var reason: String

    public init(id: String, reason: String) {
        self.id = id
        self.reason = reason
    }
}

/// Why the new configuration was not taken; the old one lives on.
public struct ReloadError: Error, Hashable {
    /// `config.yaml:12:3: unknown key 'prot'; did you mean 'port'?`, all of them.
    public var problems: [String]

    public init(problems: [String]) { self.problems = problems }
}
