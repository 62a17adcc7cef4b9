import ConciergeCore

/// What is to be learnt: the sentences of an admin's files beside the host's own.
public struct Lesson: Sendable {
    public let files: [IntentFile]
    public let curriculum: Curriculum

    init(_ files: [IntentFile], _ curriculum: Curriculum) {
        self.files = files
        self.curriculum = curriculum
    }

    /// The files in one line, as they are handed to the process that learns: what lies on the disk by then may be half
    /// written, or broken.
    public var handout: String { JSON.text(.list(files.map(\.value))) }
}

extension IntentFile {
    /// The files of a handout; nil where it is none.
    public static func list(handout: String) -> [IntentFile]? {
        guard case .list(let values)? = try? JSON.decode(handout) else { return nil }
        let files = values.compactMap(IntentFile.init)
        return files.count == values.count ? files : nil
    }

    fileprivate var value: Value {
        var map: [String: Value] = [
            "intent": .text(intent), "label": .map(label.texts.mapValues(Value.text)),
            "aliases": .list(aliases.map(Value.text)), "replaces": .bool(replaces),
            "file": .text(place.file),
            "examples": .list(examples.map { .list([.text($0.text), .text($0.language)]) }),
        ]
        map["issue"] = issue.map { .text($0.rawValue) }
        map["topic"] = topic.map(Value.text)
        map["courtesy"] = courtesy.map(Value.bool)
        return .map(map)
    }

    fileprivate init?(_ value: Value) {
        guard let intent = value["intent"]?.text, let file = value["file"]?.text else { return nil }
        let place = Place(file: file)
        self.init(intent: intent, place: place)
        label = Localized(value["label"]) ?? Localized()
        issue = value["issue"]?.text.flatMap(Issue.init)
        aliases = value.texts("aliases")
        topic = value["topic"]?.text
        replaces = value["replaces"]?.bool ?? false
        courtesy = value["courtesy"]?.bool
        for example in value["examples"]?.list ?? [] {
            guard let pair = example.list, pair.count == 2, let text = pair[0].text,
                let language = pair[1].text
            else { return nil }
            examples.append(Example(text: text, language: language, place: place))
        }
    }
}
