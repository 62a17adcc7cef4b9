/// The known name that a mistaken one most likely means; nil when none is near.
func nearest(_ name: String, among known: [String]) -> String? {
    let name = Array(name.lowercased().unicodeScalars.prefix(64))
    let most = max(1, name.count / 3)
    return
        known
        .map { (name: $0, distance: distance(name, Array($0.lowercased().unicodeScalars))) }
        .filter { $0.distance <= most }
        .min { $0.distance < $1.distance }?.name
}

func listed(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

/// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
private func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var twoAbove: [Int] = []
    var above = Array(0...second.count)
    for (row, a) in first.enumerated() {
        var current = [row + 1]
        for (column, b) in second.enumerated() {
            var best = min(above[column] + (a == b ? 0 : 1), above[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, a == second[column - 1], b == first[row - 1] {
                best = min(best, twoAbove[column - 1] + 1)
            }
            current.append(best)
        }
        (twoAbove, above) = (above, current)
    }
    return above[second.count]
}
