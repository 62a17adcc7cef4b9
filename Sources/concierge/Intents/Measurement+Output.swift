import ConciergeCore
import Language

extension Measurement {
    /// What programs read.
    var value: Value {
        [
            "n": .int(Int64(evaluation.rows.count)), "accuracy": number(evaluation.accuracy),
            "accuracy_with_none": number(evaluation.accuracyWithNone), "macro_f1": number(evaluation.macroF1),
            "auroc_none": number(evaluation.noneRanking), "train_seconds": number(trainSeconds),
            "us_per_sentence": .double(microseconds), "model_bytes": .int(Int64(modelBytes)),
            "ece": number(evaluation.calibrationError),
            "labels": .map(evaluation.labels.mapValues(\.value)),
            "confusion": .list(
                evaluation.confusion.map { pair in
                    [
                        "truth": .text(pair.truth), "predicted": .text(pair.predicted),
                        "n": .int(Int64(pair.count)),
                    ]
                }),
        ]
    }

    private func number(_ number: Double?) -> Value { number.map(Value.double) ?? .null }

    /// What people read.
    func text(_ style: Style) -> String {
        [figures, labels, confusion].compactMap { $0?.text(style) }.joined(separator: "\n\n")
    }

    private var figures: Table {
        let rows: [(String, String?)] = [
            ("accuracy", evaluation.accuracy?.percent),
            ("accuracy with none", evaluation.accuracyWithNone?.percent),
            ("macro F1", evaluation.macroF1?.percent),
            ("AUROC for none", evaluation.noneRanking.map { "\($0.thousandths)" }),
            ("calibration error", evaluation.calibrationError.map { "\($0.thousandths)" }),
            ("training", trainSeconds.map { "\($0.thousandths) s" }),
            ("a sentence", "\(microseconds.tenths) µs"), ("model", "\(modelBytes) bytes"),
        ]
        return Table(header: ["sentences", "\(evaluation.rows.count)"], rows: rows.map { [$0, $1 ?? "–"] })
    }

    private var labels: Table? {
        let rows = evaluation.labels.sorted { $0.key < $1.key }.map { name, label in
            [name, "\(label.count)", label.precision.percent, label.recall.percent, label.f1.percent]
        }
        return Table(header: ["label", "n", "precision", "recall", "F1"], rows: rows)
    }

    private var confusion: Table? {
        let pairs = evaluation.confusion
        guard !pairs.isEmpty else { return nil }
        var rows = pairs.prefix(20).map { ["\($0.count)", $0.truth, $0.predicted] }
        if pairs.count > 20 { rows.append(["…", "\(pairs.count - 20) more", ""]) }
        return Table(header: ["n", "is", "was taken for"], rows: rows)
    }
}

extension Evaluation.Label {
    fileprivate var value: Value {
        [
            "n": .int(Int64(count)), "precision": .double(precision), "recall": .double(recall),
            "f1": .double(f1),
        ]
    }
}
