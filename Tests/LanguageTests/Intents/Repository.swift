import Foundation

/// What the repository holds of sentences: those that the host brings, and those of strangers.
enum Repository {
    typealias Sentence = (label: String, text: String)

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")

    static func starter() throws -> [Sentence] {
        let files = try FileManager.default.contentsOfDirectory(
            at: root.appending(path: "knowledge/intents"), includingPropertiesForKeys: nil)
        return try files.sorted { $0.path < $1.path }.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
                $0.hasPrefix("    - ")
            }.map { (file.deletingPathExtension().lastPathComponent, String($0.dropFirst(6))) }
        }
    }

    static func strangers(_ name: String) throws -> [Sentence] {
        let file = root.appending(path: "Tests/Strangers/\(name).tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            return (String(parts[0]), String(parts[1]))
        }
    }
}
