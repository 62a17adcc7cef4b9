import Unix

/// A new skill that builds, passes its tests and loads as it comes: the SDK's template under another name.
///
/// A template is itself a skill, 'my-skill', so the compiler and its conversations say whether it is good. It lies in the
/// SDK and not in this program: what a skill begins as belongs to what it is built against.
public struct Scaffold: Sendable {
    public enum Language: String, Sendable, CaseIterable { case swift, c, rust }

    public let name: ScaffoldName
    private let sdk: SDK
    private let template: String

    /// What building a template in its place would leave there.
    private static let leftovers: Set = [".build", "target", "lib", "Cargo.lock", "Package.resolved"]

    public init(_ name: ScaffoldName, _ language: Language, sdk: SDK) throws(ScaffoldError) {
        self.name = name
        self.sdk = sdk
        template = Files.join(sdk.templates, language.rawValue)
        guard Files.isFolder(template) else {
            throw .noTemplate(sdk: sdk.path, language: language.rawValue)
        }
    }

    /// Makes the skill's folder, whole or not at all, in one that is made where it is missing; the path of it.
    @discardableResult
    public func make(in directory: String) throws(ScaffoldError) -> String {
        let folder = Files.join(directory, name.id)
        guard Files.status(folder, followingLinks: false) == nil else { throw .alreadyThere(folder) }
        let aside = Files.join(directory, ".\(name.id).\(Environment.processIdentifier).tmp")
        do throws(SystemError) {
            try Files.makeFolders(directory)
            try Files.removeTree(aside)
            for file in try files() {
                let target = Files.join(aside, renamed(file))
                try Files.makeFolders(Files.folder(of: target))
                try Files.create(target, rendered(try Files.text(Files.join(template, file))))
            }
            try Files.rename(aside, to: folder)
        } catch {
            try? Files.removeTree(aside)
            throw .system(error.description)
        }
        return folder
    }

    private func files() throws(SystemError) -> [String] {
        try Files.tree(template).filter { file in
            !file.split(separator: "/", maxSplits: 1).prefix(1).contains {
                Self.leftovers.contains(String($0))
            }
        }
    }

    private func rendered(_ text: String) -> String {
        let path = sdk.path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return renamed(text).replacing("?? \"../..\"", with: "?? \"\(path)\"")
    }

    private func renamed(_ text: String) -> String {
        text.replacing("my-skill", with: name.id).replacing("my_skill", with: name.area)
            .replacing("MySkill", with: name.module)
    }
}
