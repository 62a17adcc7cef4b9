import ConciergeCore
import ConfigurationFile
import FoundationEssentials

/// A folder of its own for one test.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/configuration-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let file = path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Reads this text as `config.yaml`; the folder's name is left out of messages.
    func read(
        _ text: String, environment: [String: String] = [:]
    ) throws -> (configuration: Configuration, messages: [String], errors: Int) {
        let file = try write("config.yaml", text.utf8)
        let (configuration, problems) = ConfigurationReader { environment[$0] }.read(file)
        let messages = problems.map { String($0.description.dropFirst(path.utf8.count + 1)) }
        return (configuration, messages, problems.count { $0.isError })
    }
}
