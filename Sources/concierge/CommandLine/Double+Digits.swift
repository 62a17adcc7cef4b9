extension Double {
    /// `94.3 %` of 0.943.
    var percent: String { "\((self * 100).tenths) %" }

    var tenths: Double { (self * 10).rounded() / 10 }
    var hundredths: Double { (self * 100).rounded() / 100 }
    var thousandths: Double { (self * 1000).rounded() / 1000 }

    /// `4,291,309.02`: as money is written.
    var grouped: String {
        let cents = (abs(self) * 100).rounded()
        guard cents < 1e15 else { return "\(self)" }
        let (whole, rest) = Int64(cents).quotientAndRemainder(dividingBy: 100)
        let digits = Array(String(whole))
        let groups = digits.indices.reduce(into: "") { text, index in
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digits[index])
        }
        return (self < 0 ? "-" : "") + groups + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
    }
}
