public import ConciergeCore
import Unix

/// The files and folders that the configuration names: what they say now, reading again only what was changed.
public struct KnowledgeFolders: Sendable {
    private struct Root: Sendable {
        var path: String
        /// Where the configuration names it; its line is 0 when nobody does.
        var place: Place
    }

    private struct Known: Sendable {
        var stamp: [Int]
        var content: FileContent
        var lastGood: FileContent?
    }

    private let roots: [Root]
    private let builtIn: HostIntents
    private var known: [KnowledgeFile: Known] = [:]
    private var lastLook: [KnowledgeFile: [Int]] = [:]

    /// `builtIn`: what the host brings of intents by itself.
    public init(_ configuration: Configuration, builtIn: HostIntents = HostIntents(nil)) {
        roots = configuration.knowledge.enumerated().map { index, path in
            Root(path: path, place: configuration.sources.place(of: .root / "knowledge" / index))
        }
        self.builtIn = builtIn
    }

    /// What another reader had read needs not be read again.
    mutating func takeOver(_ other: KnowledgeFolders) {
        known = other.known
        lastLook = other.lastLook
    }

    /// Whether something is there that was not read, and lies still: what changed since the last look may be half
    /// written.
    mutating func haveChanged() -> Bool {
        let look = look().stamps
        defer { lastLook = look }
        return look == lastLook && look != known.mapValues(\.stamp)
    }

    /// Whether what is there is being changed right now.
    var areSettled: Bool { lastLook == known.mapValues(\.stamp) }

    /// Everything as it is now.
    public mutating func read() -> KnowledgeReading {
        let look = look()
        var reading = KnowledgeReading()
        reading.gone = known.keys.filter { look.stamps[$0] == nil }.map(\.path).sorted()
        var next: [KnowledgeFile: Known] = [:]
        for (file, stamp) in look.stamps {
            let before = known[file]
            if let before, before.stamp == stamp {
                next[file] = before
                continue
            }
            let content = file.read(after: before?.lastGood)
            let lastGood = content.isFaulty ? before?.lastGood : content
            next[file] = Known(stamp: stamp, content: content, lastGood: lastGood)
            if content.isFaulty, lastGood != nil { reading.kept.append(file.path) }
            if !content.isFaulty || lastGood == nil { reading.read.append(file.path) }
        }
        known = next
        lastLook = look.stamps
        reading.read.sort()
        reading.kept.sort()
        combine(look, into: &reading)
        return reading
    }

    private func combine(_ look: Look, into reading: inout KnowledgeReading) {
        var check = CrossCheck(builtIn: builtIn)
        let files = look.files.compactMap { known[$0] }
        check.add(files.map { $0.content.isFaulty ? $0.lastGood ?? $0.content : $0.content })
        var problems = look.problems + check.problems
        for known in files {
            let isKept = known.content.isFaulty && known.lastGood != nil
            problems += known.content.problems.map { problem in
                guard isKept, problem.isError else { return problem }
                return Problem(at: problem.place, problem.message + "; the file's last good version stays")
            }
        }
        let order = Dictionary(look.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        reading.base = check.base
        reading.problems = problems.sorted {
            let (a, b) = (order[$0.file] ?? -1, order[$1.file] ?? -1)
            return a == b ? $0.place < $1.place : a < b
        }
    }
}

extension KnowledgeFolders {
    /// What is there, in the order of the configuration and then of names.
    private struct Look {
        var files: [KnowledgeFile] = []
        var stamps: [KnowledgeFile: [Int]] = [:]
        var problems: [Problem] = []

        /// A file below two of the folders is one file.
        private var paths: Set<String> = []

        mutating func add(_ file: KnowledgeFile) {
            guard file.kind != nil, paths.insert(file.path).inserted else { return }
            guard let status = Files.status(file.path) else {
                if Files.status(file.path, followingLinks: false)?.isLink ?? false {
                    problems.append(
                        Problem(
                            .warning, at: Place(file: file.path),
                            "this link leads nowhere; mend it, or remove it"))
                }
                return
            }
            guard !status.isFolder else { return }
            files.append(file)
            stamps[file] = status.stamp
        }
    }

    private func look() -> Look {
        var look = Look()
        var seen: Set<String> = []
        for root in roots where seen.insert(root.path).inserted {
            if Files.isFolder(root.path) {
                do throws(SystemError) {
                    for name in try Files.tree(root.path) {
                        look.add(KnowledgeFile(path: Files.join(root.path, name), name: name))
                    }
                } catch {
                    look.problems.append(
                        Problem(at: Place(file: error.place), "\(error.reason); let this user read it"))
                }
            } else if Files.exists(root.path) {
                look.add(KnowledgeFile(path: root.path, name: Files.name(of: root.path)))
            } else if root.place.line > 0 {
                look.problems.append(
                    Problem(
                        .warning, at: root.place,
                        "knowledge '\(root.path)' is not there; make it, or take it out of the list"))
            }
        }
        return look
    }
}
