import ConciergeCore
import ConfigurationFile
import SkillPackages

/// Reads a conversation with the places of its faults.
enum ConversationFile {
    static func read(_ path: String) throws -> ConversationTest {
        let document: ConfigurationFile.Document
        do throws(Problem) { document = try ConfigurationFile.Document(path: path) } catch {
            throw Failure(error.description)
        }
        let (value, violations) = ConversationTest.schema.check(document.value)
        guard violations.isEmpty else {
            throw Failure(violations.map { document.sources.problem($0).description })
        }
        do throws(ConversationFault) { return try ConversationTest(value) } catch {
            throw Failure("\(document.sources.place(of: error.pointer)): \(error.message)")
        }
    }
}
