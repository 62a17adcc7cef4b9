internal import Glibc

/// The chance of yes, from a few numbers: a weighted sum through the logistic curve.
struct Logistic: Sendable, Equatable {
    /// The last one stands alone.
    var weights: [Double]

    init(weights: [Double]) { self.weights = weights }

    /// The likeliest curve for what was seen, found by Newton's steps with a little pull towards zero.
    init(_ rows: [[Double]], _ truth: [Bool], pull: Double = 1e-3) {
        let size = (rows.first?.count ?? 0) + 1
        weights = [Double](repeating: 0, count: size)
        for _ in 0..<25 {
            var slope = weights.map { -pull * $0 }
            var curve = (0..<size).map { row in (0..<size).map { row == $0 ? pull : 0 } }
            for (row, truth) in zip(rows, truth) {
                let chance = self.chance(row)
                let spread = max(chance * (1 - chance), 1e-6)
                for i in 0..<size {
                    let x = i < row.count ? row[i] : 1
                    slope[i] += x * ((truth ? 1 : 0) - chance)
                    for j in 0..<size { curve[i][j] += spread * x * (j < row.count ? row[j] : 1) }
                }
            }
            let step = Self.solve(curve, slope)
            for i in 0..<size { weights[i] += max(-2, min(2, step[i])) }
            if step.allSatisfy({ abs($0) < 1e-6 }) { break }
        }
    }

    func sum(_ row: [Double]) -> Double {
        var sum = weights[row.count]
        for i in row.indices { sum += weights[i] * row[i] }
        return sum
    }

    func chance(_ row: [Double]) -> Double { 1 / (1 + exp(-sum(row))) }

    static func logit(_ chance: Double) -> Double {
        let safe = max(1e-6, min(1 - 1e-6, chance))
        return log(safe / (1 - safe))
    }

    /// Gauss's elimination; the matrix is positive definite.
    private static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var matrix = matrix
        var right = right
        for pivot in right.indices {
            for row in right.indices where row > pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot..<right.count { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        for row in right.indices.reversed() {
            for column in right.indices where column > row {
                right[row] -= matrix[row][column] * right[column]
            }
            right[row] /= matrix[row][row]
        }
        return right
    }
}
