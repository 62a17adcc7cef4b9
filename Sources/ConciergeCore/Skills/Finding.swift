/// What a skill itself finds wrong with its configuration.
public struct Finding: Sendable, Hashable {
    /// To the value inside the configuration.
    public var path: Pointer
    /// What is wrong, and the mend.
    public var message: String
    /// With it the skill does not serve.
    public var isError: Bool

    public init(path: Pointer, message: String, isError: Bool) {
        self.path = path
        self.message = message
        self.isError = isError
    }

    /// Nil when the value is no finding.
    public init?(_ value: Value) {
        guard let message = value["message"]?.text, !message.isEmpty else { return nil }
        self.init(
            path: Pointer(value["path"]?.list?.compactMap(\.text) ?? []), message: message,
            isError: value["error"]?.bool ?? false)
    }

    public var value: Value {
        [
            "path": .list(path.steps.map(Value.text)), "message": .text(message),
            "error": .bool(isError),
        ]
    }

    /// With the place where the configuration says it.
    public func problem(in layers: Layers) -> Problem {
        Problem(isError ? .error : .warning, at: layers.place(of: path), message)
    }
}
