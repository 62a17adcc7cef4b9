import ConciergeCore

/// The keys that a pipeline knows beforehand, in the order of a message: a turn looks a key up when it is written, and
/// shows it to each skill by its place.
struct ContextLayout: Sendable {
    let keys: [String]
    private let places: [String: Int]

    init(_ keys: some Sequence<String>) {
        self.keys = Set(keys).sorted(by: ContextView.precedes)
        places = Dictionary(uniqueKeysWithValues: zip(self.keys, self.keys.indices))
    }

    func place(of key: String) -> Int? { places[key] }

    /// Where all that a skill declared to read has its place, in the order of a message.
    func places(readBy stage: Stage) -> [Int] { keys.indices.filter { stage.reads(keys[$0]) } }
}

/// What a turn knows.
struct TurnContext {
    private let layout: ContextLayout
    private var values: [Value?]
    /// What stands under keys that no skill of the pipeline names in full.
    private var others: [String: Value] = [:]

    init(_ layout: ContextLayout) {
        self.layout = layout
        values = Array(repeating: nil, count: layout.keys.count)
    }

    subscript(key: String) -> Value? {
        get { layout.place(of: key).map { values[$0] } ?? others[key] }
        set {
            if let place = layout.place(of: key) { values[place] = newValue } else { others[key] = newValue }
        }
    }

    mutating func merge(_ entries: [String: Value]) {
        for (key, value) in entries { self[key] = value }
    }

    /// All of it.
    var all: ContextView { view(layout.keys.indices) { _ in true } }

    /// What a skill declared to read: at these places, and of the other keys those that fit.
    func view(_ places: some Collection<Int>, others isRead: (String) -> Bool) -> ContextView {
        var view = ContextView(capacity: places.count)
        for place in places {
            if let value = values[place] { view.append(layout.keys[place], value) }
        }
        return others.isEmpty ? view : view.merging(others.filter { isRead($0.key) })
    }
}
