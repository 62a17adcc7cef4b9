import Language

extension LabelledFile {
    var labels: Set<String> { Set(lines.map(\.label)) }

    var trainingSet: TrainingSet {
        var set = TrainingSet()
        for line in lines { set.add(line.label, line.text) }
        return set
    }

    /// What is too little, or too much, to be learnt; training goes on with it.
    var remarks: [String] { lonely + disputed }

    private var lonely: [String] {
        Dictionary(grouping: lines, by: \.label).values.filter { $0.count == 1 }
            .compactMap(\.first).sorted { $0.number < $1.number }.map { line in
                "\(path):\(line.number): label '\(line.label)' has one example, too few to be recognised; write ten or more"
            }
    }

    private var disputed: [String] {
        var first: [UInt64: Line] = [:]
        return lines.compactMap { line in
            let key = IntentModel.key(FoldedText(line.text))
            guard let other = first[key] else {
                first[key] = line
                return nil
            }
            guard other.label != line.label else { return nil }
            return
                "\(path):\(line.number): '\(line.text.prefix(80))' is '\(line.label)' here and '\(other.label)' on line \(other.number); keep one of them"
        }
    }

    /// Labels that nobody taught, each where it stands first.
    func unknown(to known: Set<String>, from teacher: String) -> [String] {
        var seen = known
        return lines.filter { seen.insert($0.label).inserted }.map { line in
            "\(path):\(line.number): label '\(line.label)' is not in \(teacher), so every line of it counts as wrong; write examples for it there"
        }
    }
}
