public import ConciergeCore
public import Language
import Synchronization
import Unix

/// The knowledge that serves now: read at the start, looked after while the host runs, swapped at once for all who ask.
public final class KnowledgeKeeper: Sendable {
    /// Told of each new reading, on the thread that read; the first differs from nothing at all.
    public typealias Observer = @Sendable (KnowledgeBase, KnowledgeDifference) -> Void

    private struct Reader {
        var folders: KnowledgeFolders?
        var observers: [Observer] = []
    }

    let current = Mutex(Served())
    /// One reading at a time.
    private let reader = Mutex(Reader())

    private static let many = 10_000

    public init() {}

    public var base: KnowledgeBase { current.withLock { $0.base } }

    /// The names of the products, for whoever reads texts of customers.
    public var productNames: ProductNames { current.withLock { $0.catalogue.names } }

    /// A warning for each question that is asked twice in nearly the same words.
    public var nearDuplicates: [Problem] { current.withLock { $0 }.nearDuplicates() }

    /// What follows from the knowledge follows it from now on.
    public func observe(_ observer: @escaping Observer) {
        reader.withLock { $0.observers.append(observer) }
    }

    /// Serves what this configuration names. What the one before had read is not read again.
    @discardableResult
    public func serve(_ configuration: Configuration, builtIn: HostIntents = HostIntents(nil))
        -> KnowledgeReading
    {
        current.withLock {
            $0.answerFrom = configuration.understanding.answerFrom
            $0.isStrict = configuration.understanding.isStrict
        }
        return reader.withLock { reader in
            var folders = KnowledgeFolders(configuration, builtIn: builtIn)
            if let old = reader.folders { folders.takeOver(old) }
            reader.folders = folders
            return publish(&reader)
        }
    }

    /// Reads what was changed and lies still; nil when nothing did.
    public func look() -> KnowledgeReading? {
        reader.withLock { reader in
            guard reader.folders?.haveChanged() ?? false else { return nil }
            return publish(&reader)
        }
    }

    /// Whether something is being changed right now, so that it pays to look again soon.
    public var isUnsettled: Bool { reader.withLock { !($0.folders?.areSettled ?? true) } }

    /// Nothing is published while what was learned is held against what is there now.
    func adopt(_ matcher: Matcher) {
        reader.withLock { _ in
            var index = current.withLock { $0.index }
            index.adopt(matcher)
            current.withLock { [index] in $0.index = index }
        }
    }

    private func publish(_ reader: inout Reader) -> KnowledgeReading {
        guard var reading = reader.folders?.read() else { return KnowledgeReading() }
        let before = current.withLock { $0 }
        let difference = reading.base.difference(from: before.base)
        reading.difference = difference
        // What only moved in its file is found at its new place.
        guard !(reading.read.isEmpty && reading.gone.isEmpty) else { return reading }
        var served = before
        served.take(reading.base, difference)
        current.withLock { [served] in $0 = served }
        if !difference.isEmpty { for observer in reader.observers { observer(reading.base, difference) } }
        // What was put in piece by piece is searched more slowly; who asks meanwhile has it already.
        if served.index.isFragmented {
            served.index.compact()
            current.withLock { [served] in $0.index = served.index }
        }
        // A long list is read by way of a tree many times its size.
        if reading.base.answers.count > Self.many { Memory.giveBack() }
        return reading
    }
}
