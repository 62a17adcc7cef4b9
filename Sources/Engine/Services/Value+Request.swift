import ConciergeCore

extension Value {
    /// A request ignores nothing.
    func expect(_ known: [String], in path: String = "") throws(ServiceError) {
        guard let odd = (map ?? [:]).keys.filter({ !known.contains($0) }).min() else { return }
        let mend = Spelling.mend(odd, known: known, otherwise: "known are \(Spelling.listed(known))")
        throw ServiceError(.badArgument, "\(path)\(odd): unknown; \(mend)")
    }

    func text(_ name: String) throws(ServiceError) -> String {
        guard let text = self[name]?.text, text.contains(where: { !$0.isWhitespace }) else {
            throw ServiceError(.badArgument, "\(name): a text was expected")
        }
        return text
    }

    func integer(
        _ name: String, in range: ClosedRange<Int>, else fallback: Int
    ) throws(ServiceError) -> Int {
        guard let value = self[name], value != .null else { return fallback }
        guard let number = value.int, number >= range.lowerBound else {
            throw ServiceError(.badArgument, "\(name): a number of at least \(range.lowerBound) was expected")
        }
        return min(Int(clamping: number), range.upperBound)
    }
}
