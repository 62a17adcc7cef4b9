/// Why a file is not the YAML this project reads: `file:line:column: what is wrong; the mend`.
public struct YAMLError: Error, Hashable, CustomStringConvertible {
    /// The fault, with the facts its sentence needs.
    public enum Reason: Error, Hashable {
        case unreadable(String)
        case notUTF8
        case tooLarge(limit: Int)
        case tooDeep(limit: Int)
        case tooManyNodes(limit: Int)
        case expandsTooFar(alias: String, limit: Int)
        case unknownAlias(String)
        case aliasInsideItself(String)
        case duplicateKey(String, first: Position)
        case keyIsNotText
        case secondDocument
        case unknownTag(String)
        case doesNotFitTag(String, tag: String)
        case numberTooLarge(String)
        case syntax(what: String, mend: String)
    }

    public let file: String
    /// Nil when the whole file is meant.
    public let position: Position?
    public let reason: Reason

    public init(file: String, position: Position?, reason: Reason) {
        self.file = file
        self.position = position
        self.reason = reason
    }

    public var description: String {
        guard let position else { return "\(file): \(reason)" }
        return "\(file):\(position): \(reason)"
    }
}

extension YAMLError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let why): "cannot be read: \(why); check the path and its permissions"
        case .notUTF8: "this is not UTF-8; save the file as UTF-8"
        case .tooLarge(let limit): "larger than \(limit) bytes; split it"
        case .tooDeep(let limit): "nested deeper than \(limit) levels; flatten it"
        case .tooManyNodes(let limit): "more than \(limit) values; split the file"
        case .expandsTooFar(let alias, let limit):
            "alias '*\(alias)' takes the document past \(limit) repeated values; write fewer aliases"
        case .unknownAlias(let name): "no anchor '&\(name)' stands before this alias; define it first"
        case .aliasInsideItself(let name):
            "alias '*\(name)' stands inside its own anchor; write the value out"
        case .duplicateKey(let key, let first):
            "key '\(key)' was already given at \(first); remove one of them"
        case .keyIsNotText: "a key must be plain text, not a list or a map; write 'key: value'"
        case .secondDocument: "a second document starts here; keep one document a file"
        case .unknownTag(let tag): "unknown tag '\(tag)'; remove it"
        case .doesNotFitTag(let text, let tag): "'\(text)' is not what its tag '\(tag)' says; remove the tag"
        case .numberTooLarge(let text):
            "number '\(text)' does not fit 64 bits; put it in quotes to keep it as text"
        case .syntax(let what, let mend): "\(what); \(mend)"
        }
    }
}
