/// A new skill's name in the spellings that its sources need.
public struct ScaffoldName: Sendable, Hashable {
    /// `my-skill`: the package, its folder, its library.
    public let id: String
    /// `my_skill`: the area of its keys.
    var area: String { id.replacing("-", with: "_") }
    /// `MySkill`: the module.
    var module: String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static let longest = 64
    // Modules that a skill imports, and areas of the context that are the host's.
    private static let taken: Set = [
        "swift", "skillkit", "cskillabi", "glibc", "foundation", "dispatch", "synchronization", "testing",
        "action", "business", "conversation", "customer", "entities", "event", "intent", "issue", "page",
        "sentiment", "topic", "turn",
    ]

    public init(_ name: String) throws(ScaffoldError) {
        guard Self.isName(name) else { throw .notAName(name, better: Self.nearest(name)) }
        guard !Self.taken.contains(name.replacing("-", with: "")) else { throw .taken(name) }
        id = name
    }

    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return name.utf8.count <= longest && name.first.map(isLetter) ?? false
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { isLetter($0) || isDigit($0) } }
    }

    /// The name that was meant: `My_Skill` and `MySkill` are `my-skill`; nil where nothing is left.
    private static func nearest(_ name: String) -> String? {
        var words = ""
        for character in name {
            if character.isUppercase, let last = words.last, isLetter(last) || isDigit(last) { words += "-" }
            let lower = Character(character.lowercased())
            words.append(isLetter(lower) || isDigit(lower) ? lower : "-")
        }
        let kept = words.drop { !isLetter($0) }.split(separator: "-").joined(separator: "-")
        let short = kept.prefix(longest)
        return isName(String(short)) ? String(short) : nil
    }

    private static func isLetter(_ character: Character) -> Bool { ("a"..."z").contains(character) }
    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// Why there is no new skill: where, what, and the mend.
public enum ScaffoldError: Error, Hashable, CustomStringConvertible {
    case notAName(String, better: String?)
    case taken(String)
    case alreadyThere(String)
    case noTemplate(sdk: String, language: String)
    case system(String)

    public var description: String {
        switch self {
        case .notAName(let name, let better):
            "'\(name)': not a skill's name; give small letters, digits and single '-' in between, as in '\(better ?? "my-skill")'"
        case .taken(let name):
            "'\(name)': a name that the compiler or the host has already; add a word, as in '\(name)-skill'"
        case .alreadyThere(let path): "\(path): already there; give another name, or another --directory"
        case .noTemplate(let sdk, let language):
            "\(sdk): no template for '\(language)' in this SDK; set CONCIERGE_SDK to one of this version"
        case .system(let reason): reason
        }
    }
}
