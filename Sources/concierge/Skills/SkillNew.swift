import ConciergeCore
import SkillPackages
import Unix

/// `concierge skill new`: a folder that is a skill already.
enum SkillNew {
    private static let languages = Scaffold.Language.allCases.map(\.rawValue)

    static let command = Command(
        name: "new", summary: "make a skill's folder that builds, passes its tests and loads as it comes",
        details: """
            The folder has the name. What is in it greets whoever says hello and counts how often: change that. Rust needs
            no crate, C no library; neither needs Swift.
            """,
        examples: ["concierge skill new greeter", "concierge skill new greeter --language rust"],
        parameters: [
            .init(name: "NAME", summary: "its id: small letters, digits and '-'")
        ],
        options: [
            .init(
                name: "language", value: "NAME", summary: "\(languages.joined(separator: ", ")); else swift",
                completion: .choices(languages)),
            .init(
                name: "directory", value: "DIR", summary: "make it in there; else here", completion: .folder),
            .json,
        ],
        run: { invocation in
            let name = try ScaffoldName(invocation.first)
            let sdk = try SDK.find(executable: Environment.executable)
            let folder = try Scaffold(name, try language(invocation["language"] ?? "swift"), sdk: sdk)
                .make(in: invocation["directory"] ?? ".")
            guard !invocation.has("json") else {
                return Terminal.print(JSON.text(["id": .text(name.id), "folder": .text(folder)]))
            }
            Terminal.print(folder)
            Terminal.remark("next: 'concierge skill test \(folder)', and read its README.md")
        })

    private static func language(_ name: String) throws -> Scaffold.Language {
        if let language = Scaffold.Language(rawValue: name) { return language }
        let mend = Spelling.mend(
            name, known: languages, otherwise: "there are: \(languages.joined(separator: ", "))")
        throw Misuse("--language: '\(name)' is not known; \(mend)")
    }
}
