/// Builds nodes from events, and keeps a document within its limits.
struct Composer: ~Copyable {
    private let parser: Parser
    private let file: String
    private let limits: Limits
    private let bytes: UnsafeBufferPointer<UInt8>
    private var anchors: [String: (node: Node, count: Int)] = [:]
    private var openAnchors: Set<String> = []
    private var count = 0
    private var repeated = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, limits: Limits) {
        parser = Parser(borrowing: bytes)
        self.bytes = bytes
        self.file = file
        self.limits = limits
    }

    /// The one document of the stream; an empty stream is null.
    mutating func document() throws(YAMLError) -> Node {
        var root: Node?
        while true {
            let event = try next()
            switch event.kind {
            case .streamEnd: return root ?? Node(.null, at: .start, source: "")
            case .documentStart:
                guard root == nil else { throw fault(.secondDocument, at: event) }
                root = try node(from: try next(), depth: 1)
            default: continue
            }
        }
    }

    private mutating func node(from event: Event, depth: Int) throws(YAMLError) -> Node {
        guard depth <= limits.depth else { throw fault(.tooDeep(limit: limits.depth), at: event) }
        if case .alias = event.kind { return try alias(event) }
        count += 1
        guard count <= limits.nodes else { throw fault(.tooManyNodes(limit: limits.nodes), at: event) }
        let before = count + repeated
        if !event.anchor.isEmpty { openAnchors.insert(event.anchor) }
        let node = try content(of: event, depth: depth)
        if !event.anchor.isEmpty {
            openAnchors.remove(event.anchor)
            anchors[event.anchor] = (node, count + repeated - before + 1)
        }
        return node
    }

    private mutating func content(of event: Event, depth: Int) throws(YAMLError) -> Node {
        switch event.kind {
        case .listStart:
            try check(tag: event, is: "!!seq")
            return Node(.list(try list(depth: depth)), at: event.position)
        case .mapStart:
            try check(tag: event, is: "!!map")
            return Node(.map(try map(depth: depth)), at: event.position)
        case .scalar(let text, let isQuoted):
            let content = try scalar(text, isQuoted: isQuoted, event)
            return Node(content, at: event.position, source: text, isQuoted: isQuoted)
        default: preconditionFailure("libyaml gave no node where one must stand")
        }
    }

    private mutating func list(depth: Int) throws(YAMLError) -> [Node] {
        var items: [Node] = []
        while true {
            let event = try next()
            if case .listEnd = event.kind { return items }
            items.append(try node(from: event, depth: depth + 1))
        }
    }

    private mutating func map(depth: Int) throws(YAMLError) -> [Node.Entry] {
        var entries: [Node.Entry] = []
        var places: [String: Position] = [:]
        while true {
            let event = try next()
            if case .mapEnd = event.kind { return entries }
            guard let key = try node(from: event, depth: depth + 1).source else {
                throw fault(.keyIsNotText, at: event)
            }
            if let first = places.updateValue(event.position, forKey: key) {
                throw fault(.duplicateKey(key, first: first), at: event)
            }
            let value = try node(from: try next(), depth: depth + 1)
            entries.append(Node.Entry(key: key, keyPosition: event.position, value: value))
        }
    }

    private mutating func alias(_ event: Event) throws(YAMLError) -> Node {
        guard !openAnchors.contains(event.anchor) else {
            throw fault(.aliasInsideItself(event.anchor), at: event)
        }
        guard let anchor = anchors[event.anchor] else { throw fault(.unknownAlias(event.anchor), at: event) }
        repeated += anchor.count
        guard repeated <= limits.repeated else {
            throw fault(.expandsTooFar(alias: event.anchor, limit: limits.repeated), at: event)
        }
        return anchor.node
    }

    private func scalar(_ text: String, isQuoted: Bool, _ event: Event) throws(YAMLError) -> Node.Content {
        do throws(YAMLError.Reason) {
            switch event.tag {
            case nil: return isQuoted ? .text(text) : try Scalar.resolve(text)
            case "!", "!!str": return .text(text)
            case .some(let tag): return try Scalar.resolve(text, tag: tag)
            }
        } catch {
            throw fault(error, at: event)
        }
    }

    private func check(tag event: Event, is expected: String) throws(YAMLError) {
        guard let tag = event.tag, tag != "!", tag != expected else { return }
        throw fault(.unknownTag(tag), at: event)
    }

    private func next() throws(YAMLError) -> Event {
        do {
            return try parser.next()
        } catch {
            throw error.error(in: file, bytes)
        }
    }

    private func fault(_ reason: YAMLError.Reason, at event: Event) -> YAMLError {
        YAMLError(file: file, position: event.position, reason: reason)
    }
}
