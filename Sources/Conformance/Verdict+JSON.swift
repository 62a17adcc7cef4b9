public import ConciergeCore

extension Verdict {
    public var value: Value {
        switch outcome {
        case .passed(let figures):
            ["case": .text(name), "status": "passed", "figures": .map(figures.mapValues(Value.text))]
        case .failed(let fault):
            [
                "case": .text(name), "status": "failed", "expected": .text(fault.expected),
                "found": .text(fault.found), "mend": .text(fault.mend),
            ]
        case .skipped(let reason):
            ["case": .text(name), "status": "skipped", "because": .text(reason)]
        }
    }

    public init?(_ value: Value) {
        guard let name = value["case"]?.text else { return nil }
        self.name = name
        switch value["status"]?.text {
        case "passed": outcome = .passed((value["figures"]?.map ?? [:]).compactMapValues(\.text))
        case "failed":
            outcome = .failed(
                Fault(
                    expected: value["expected"]?.text ?? "", found: value["found"]?.text ?? "",
                    mend: value["mend"]?.text ?? ""))
        case "skipped": outcome = .skipped(because: value["because"]?.text ?? "")
        default: return nil
        }
    }
}
