/// Lines of label, tab, text: what intents are taught from, and held against.
struct LabelledFile {
    struct Line {
        var number: Int
        var label: String
        var text: String
    }

    let file: TabbedFile
    private(set) var lines: [Line]

    var path: String { file.path }

    /// Bad lines are named and left out.
    init(_ path: String) throws {
        file = try TabbedFile(path, "label", "text")
        try file.complain()
        lines = file.lines.map { Line(number: $0.number, label: $0.first, text: $0.second) }
    }

    /// Labels that are other names of an intent become the intent's.
    mutating func name(by called: (String) -> String) {
        for index in lines.indices { lines[index].label = called(lines[index].label) }
    }
}
