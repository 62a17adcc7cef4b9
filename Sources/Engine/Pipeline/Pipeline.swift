public import ConciergeCore
import Synchronization

/// The skills in the order of the configuration, with what the admin decided; one generation of the host.
public final class Pipeline: Sendable {
    public let stages: [Stage]
    public let settings: EngineSettings
    let collections: [String: CollectionDeclaration]
    /// What the host lays out: nothing that no skill reads, but always what was said, for the record.
    let hostKeys: [HostKey]
    let layout: ContextLayout
    /// Of each stage, the places of what it reads.
    let views: [[Int]]

    /// What the host keeps by itself, served like what skills declare.
    public static let hostCollections = [Gaps.collection]

    private struct Use {
        var turns = 0
        var whenIdle: (@Sendable () -> Void)?
    }

    private let use = Mutex(Use())

    public init(stages: [Stage], settings: EngineSettings) {
        self.stages = stages
        self.settings = settings
        collections = Dictionary(
            (Self.hostCollections + stages.flatMap(\.manifest.collections)).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        hostKeys = HostKey.allCases.filter { key in
            key == .turnText || stages.contains { $0.reads(key.rawValue) }
        }
        let named = stages.flatMap { $0.exact.union($0.manifest.writes.keys) }
        let layout = ContextLayout(
            named + hostKeys.map(\.rawValue) + UnderstandingKey.allCases.map(\.rawValue))
        self.layout = layout
        views = stages.map(layout.places)
    }

    public var declaredCollections: [CollectionDeclaration] {
        collections.values.sorted { $0.name < $1.name }
    }

    public func collection(_ name: String) -> CollectionDeclaration? { collections[name] }

    func subscribers(of event: String) -> [Stage] { stages.filter { $0.handles(event: event) } }

    func enter() { use.withLock { $0.turns += 1 } }

    func leave() {
        let action = use.withLock { use -> (@Sendable () -> Void)? in
            use.turns -= 1
            guard use.turns == 0 else { return nil }
            defer { use.whenIdle = nil }
            return use.whenIdle
        }
        action?()
    }

    /// Runs the action as soon as no turn is under way; no new one may enter any more.
    func drain(_ action: @escaping @Sendable () -> Void) {
        let isIdle = use.withLock { use in
            if use.turns > 0 { use.whenIdle = action }
            return use.turns == 0
        }
        if isIdle { action() }
    }
}
