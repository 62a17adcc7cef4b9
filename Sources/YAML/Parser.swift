import CYAML

/// One step of a document as libyaml sees it.
struct Event {
    enum Kind {
        case documentStart, streamEnd, listStart, listEnd, mapStart, mapEnd, alias, ignored
        case scalar(text: String, isQuoted: Bool)
    }

    let kind: Kind
    /// The name behind `&` or `*`, or empty.
    var anchor = ""
    /// `!!int` for YAML's own, else as written.
    var tag: String?
    let position: Position
}

/// libyaml's parser: it stores its own address, so it lives at a fixed one and has one owner.
struct Parser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// `bytes` are borrowed for the life of this parser.
    init(borrowing bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        // It fails only for want of memory, which Swift does not survive either.
        precondition(yaml_parser_initialize(parser) == 1, "no memory for a YAML parser")
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after `streamEnd` there is none.
    func next() throws(SyntaxError) -> Event {
        var raw = yaml_event_t()
        guard yaml_parser_parse(parser, &raw) == 1 else { throw SyntaxError(parser.pointee) }
        defer { yaml_event_delete(&raw) }
        return Event(raw)
    }
}

extension Event {
    fileprivate init(_ raw: yaml_event_t) {
        position = Position(raw.start_mark)
        switch raw.type {
        case YAML_STREAM_END_EVENT: kind = .streamEnd
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_SEQUENCE_END_EVENT: kind = .listEnd
        case YAML_MAPPING_END_EVENT: kind = .mapEnd
        case YAML_ALIAS_EVENT:
            kind = .alias
            anchor = text(raw.data.alias.anchor) ?? ""
        case YAML_SEQUENCE_START_EVENT:
            kind = .listStart
            anchor = text(raw.data.sequence_start.anchor) ?? ""
            tag = shortTag(raw.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT:
            kind = .mapStart
            anchor = text(raw.data.mapping_start.anchor) ?? ""
            tag = shortTag(raw.data.mapping_start.tag)
        case YAML_SCALAR_EVENT:
            let scalar = raw.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            kind = .scalar(
                text: String(decoding: bytes, as: UTF8.self),
                isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
            anchor = text(scalar.anchor) ?? ""
            tag = shortTag(scalar.tag)
        default: kind = .ignored
        }
    }
}

/// What libyaml said of a fault, before it becomes a sentence of ours.
struct SyntaxError: Error {
    let problem: String
    let position: Position
    /// Where the construct that the fault breaks began.
    let began: Position
    /// Set for faults of single bytes, for which libyaml counts no lines.
    let offset: Int?

    fileprivate init(_ parser: yaml_parser_t) {
        problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
        position = Position(parser.problem_mark)
        began = parser.context == nil ? position : Position(parser.context_mark)
        offset = parser.error == YAML_READER_ERROR ? parser.problem_offset : nil
    }
}

extension Position {
    fileprivate init(_ mark: yaml_mark_t) {
        self.init(line: mark.line + 1, column: mark.column + 1)
    }
}

private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
}

private func shortTag(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    let prefix = "tag:yaml.org,2002:"
    return text(pointer).map { $0.hasPrefix(prefix) ? "!!" + $0.dropFirst(prefix.count) : $0 }
}
