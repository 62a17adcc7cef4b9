import SkillPackages
import Unix

/// What is to be installed, as it was typed.
enum Wanted: Equatable {
    case folder(String)
    case archive(String)
    /// `publisher`: whose it has to be.
    case named(String, version: String?, publisher: String?)

    /// A path when there is such a thing, or when it looks like one; else a name: `greeter`, `greeter@1.2.0`,
    /// `acme/greeter`, `@acme/greeter`. Who says which registry means a name.
    init(_ word: String, inRegistry: Bool = false) throws {
        if !inRegistry, let status = Files.status(word) {
            self = status.isFolder ? .folder(word) : .archive(word)
            return
        }
        let looksLikePath = word.hasPrefix(".") || word.hasPrefix("/") || word.hasSuffix(".skill")
        guard !looksLikePath else { throw Failure("\(word): no such file or folder; check the path") }
        let parts = word.split(separator: "@", omittingEmptySubsequences: true).map(String.init)
        let names = parts.first?.split(separator: "/") ?? []
        guard let name = names.last, names.count <= 2, parts.count <= 2 else {
            throw Failure("'\(word)': neither a path nor a name; write NAME or NAME@VERSION")
        }
        let version = parts.count == 2 ? parts[1] : nil
        self = .named(
            name.lowercased().replacing("_", with: "-"), version: version,
            publisher: names.count == 2 ? String(names[0]) : nil)
    }
}
