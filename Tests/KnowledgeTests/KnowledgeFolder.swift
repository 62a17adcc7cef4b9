import ConciergeCore
import Unix

@testable import Knowledge

/// A folder of knowledge of its own; messages name its files without the way to it.
struct KnowledgeFolder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = try Files.temporaryFolder("concierge-knowledge")
        for (name, text) in files { try write(name, text) }
    }

    func write(_ name: String, _ text: String) throws {
        let target = "\(path)/\(name)"
        try Files.makeFolders(Files.folder(of: target))
        try Files.replace(target, with: text)
    }

    var configuration: Configuration {
        var configuration = Configuration()
        configuration.knowledge = [path]
        return configuration
    }

    func folders(builtIn: HostIntents = HostIntents()) -> KnowledgeFolders {
        KnowledgeFolders(configuration, builtIn: builtIn)
    }

    /// Read once; the folder is gone afterwards.
    static func read(_ files: [String: String], builtIn: HostIntents = HostIntents()) throws
        -> KnowledgeReading
    {
        let folder = try KnowledgeFolder(files)
        defer { folder.remove() }
        var folders = folder.folders(builtIn: builtIn)
        var reading = folders.read()
        reading.problems = reading.problems.map { folder.local($0) }
        return reading
    }

    static func problems(_ files: [String: String], builtIn: HostIntents = HostIntents()) throws -> [String] {
        try read(files, builtIn: builtIn).problems.map(\.said)
    }

    func local(_ problem: Problem) -> Problem {
        var place = problem.place
        place.file = place.file.replacing(path + "/", with: "")
        return Problem(problem.severity, at: place, problem.message.replacing(path + "/", with: ""))
    }

    func remove() { try? Files.removeTree(path) }
}

extension Problem {
    var said: String { "\(severity.rawValue) \(description)" }
}
