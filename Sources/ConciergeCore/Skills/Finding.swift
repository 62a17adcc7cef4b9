/// What a skill itself finds wrong with its configuration, or worth knowing of it.
public struct Finding: Sendable, Hashable {
    /// To the value inside the configuration.
    public var path: Pointer
    /// Other values that may be the cause: of all of them the one that the admin wrote is shown.
    public var also: [Pointer] = []
    /// What is wrong, and the mend.
    public var message: String
    /// With an error the skill does not serve.
    public var level: Problem.Severity

    public init(path: Pointer, message: String, level: Problem.Severity) {
        self.path = path
        self.message = message
        self.level = level
    }

    public var isError: Bool { level == .error }

    /// Nil when the value is no finding.
    public init?(_ value: Value) {
        guard let message = value["message"]?.text, !message.isEmpty else { return nil }
        let level = value["level"]?.text.flatMap(Problem.Severity.init)
        self.init(
            path: Self.pointer(value["path"]), message: message,
            level: level ?? (value["error"]?.bool ?? false ? .error : .warning))
        also = (value["also"]?.list ?? []).map(Self.pointer)
    }

    private static func pointer(_ value: Value?) -> Pointer { Pointer(value?.list?.compactMap(\.text) ?? []) }

    public var value: Value {
        [
            "path": .list(path.steps.map(Value.text)), "message": .text(message),
            "level": .text(level.rawValue), "also": .list(also.map { .list($0.steps.map(Value.text)) }),
        ]
    }

    /// With the place where the configuration says it.
    public func problem(in layers: Layers) -> Problem {
        let shown = ([path] + also).first(where: layers.isOwn) ?? path
        return Problem(level, at: layers.place(of: shown), message)
    }
}
