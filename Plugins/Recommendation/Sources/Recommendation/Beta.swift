internal import Glibc

/// How likely a chance is, after some tries.
struct Beta {
    let hits, misses: Double

    init(_ hits: Double, _ misses: Double) { (self.hits, self.misses) = (max(hits, 1e-3), max(misses, 1e-3)) }

    var mean: Double { hits / (hits + misses) }

    func sample(using random: inout some RandomNumberGenerator) -> Double {
        let (a, b) = (gamma(hits, using: &random), gamma(misses, using: &random))
        return a / (a + b)
    }

    /// Marsaglia and Tsang, "A simple method for generating gamma variables", 2000.
    private func gamma(_ shape: Double, using random: inout some RandomNumberGenerator) -> Double {
        if shape < 1 {
            let power = pow(Double.random(in: Double.ulpOfOne..<1, using: &random), 1 / shape)
            return gamma(shape + 1, using: &random) * power
        }
        let d = shape - 1 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal(using: &random)
            let v = pow(1 + c * x, 3)
            let u = Double.random(in: Double.ulpOfOne..<1, using: &random)
            if v > 0, log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    private func normal(using random: inout some RandomNumberGenerator) -> Double {
        let u = Double.random(in: Double.ulpOfOne..<1, using: &random)
        let v = Double.random(in: 0..<1, using: &random)
        return (-2 * log(u)).squareRoot() * cos(2 * .pi * v)
    }
}

/// Here, because only this file needs the C library.
func raised(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
