extension Double {
    /// `94.3 %` of 0.943.
    var percent: String { "\((self * 100).tenths) %" }

    var tenths: Double { (self * 10).rounded() / 10 }
    var hundredths: Double { (self * 100).rounded() / 100 }
    var thousandths: Double { (self * 1000).rounded() / 1000 }
}
