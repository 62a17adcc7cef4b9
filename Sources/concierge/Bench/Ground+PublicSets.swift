import Language
import Unix

extension Ground {
    /// A public set as it lies in a folder of such sets, which the repository does not hold.
    struct PublicSet: Sendable {
        var name: String
        var accuracy: Double?
        var ranking: Double?
        var folds: @Sendable (_ folder: String) throws -> [Fold]

        func ground(in folder: String) throws -> Ground {
            Ground(name: name, accuracy: accuracy, ranking: ranking, folds: try folds(folder))
        }
    }

    static let publicSets: [PublicSet] = [
        .init(name: "banking77", accuracy: 93.4) {
            divided(try lines($0, "banking77/train.tsv"), into: 5)
        },
        .init(name: "banking77-10", accuracy: 80) { try few($0, "banking77/train_10.tsv") },
        .init(name: "banking77-5") { try few($0, "banking77/train_5.tsv") },
        .init(name: "clinc150", accuracy: 94, ranking: 0.965) {
            [Fold(taught: try lines($0, "clinc150/train.tsv"), asked: try lines($0, "clinc150/val.tsv"))]
        },
        hint3("curekart", 84.1), hint3("sofmattress", 73.2), hint3("powerplay11", 59.6),
    ]

    /// To be better than the best of Dialogflow, LUIS and Rasa.
    private static func hint3(_ bot: String, _ accuracy: Double) -> PublicSet {
        .init(name: "hint3-\(bot)", accuracy: accuracy) {
            divided(try lines($0, "hint3/\(bot)_train.tsv"), into: 10)
        }
    }

    /// A few examples of each intent, held against all that are not among them.
    private static func few(_ folder: String, _ name: String) throws -> [Fold] {
        let taught = try lines(folder, name)
        let known = Set(taught.map { FoldedText($0.text).string })
        let asked = try lines(folder, "banking77/train.tsv").filter {
            !known.contains(FoldedText($0.text).string)
        }
        return [Fold(taught: taught, asked: asked)]
    }

    private static func lines(_ folder: String, _ name: String) throws -> [Line] {
        try LabelledFile(Files.join(folder, name)).lines.map { line in
            var line = line
            if line.label == "NO_NODES_DETECTED" { line.label = TrainingSet.none }
            return line
        }
    }
}
