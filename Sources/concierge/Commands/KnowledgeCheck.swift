import ConciergeCore
import ConfigurationFile
import Unix

/// Looks at the files that `knowledge` names: they are there, and YAML and Markdown can be read.
enum KnowledgeCheck {
    static func problems(_ configuration: Configuration) -> [Problem] {
        configuration.knowledge.enumerated().flatMap { index, path in
            if Files.isFolder(path) { return folder(path) }
            if Files.exists(path) { return file(path) }
            let place = configuration.sources.place(of: .root / "knowledge" / index)
            // Nobody named it: the folder that is looked for by itself need not be there.
            guard place.line > 0 else { return [] }
            return [
                Problem(
                    .warning, at: place,
                    "knowledge '\(path)' is not there; make it, or take it out of the list")
            ]
        }
    }

    private static func folder(_ path: String) -> [Problem] {
        do throws(SystemError) {
            return try Files.tree(path).flatMap { file(Files.join(path, $0)) }
        } catch {
            return [Problem(at: Place(file: error.place), "\(error.reason); let this user read it")]
        }
    }

    private static func file(_ path: String) -> [Problem] {
        let ending = path.split(separator: ".").last
        do throws(Problem) {
            switch ending {
            case "yaml", "yml": _ = try Document(path: path)
            case "md": try readText(path)
            default: break
            }
            return []
        } catch {
            return [error]
        }
    }

    private static func readText(_ path: String) throws(Problem) {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try Files.read(path) } catch {
            throw Problem(at: Place(file: path), "\(error.reason); let this user read it")
        }
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        throw Problem(at: Place(file: path), "this is not UTF-8; save it as UTF-8")
    }
}
