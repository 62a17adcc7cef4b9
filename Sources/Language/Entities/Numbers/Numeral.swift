/// A number as it stands in a text, before anybody knows what it counts.
struct Numeral: Sendable, Equatable {
    enum Style: Sendable {
        /// 50, 1,200.5, 5万
        case arabic
        /// 五十, 两万五
        case chinese
        /// 二零二六: digit by digit
        case spelled
        /// "two hundred and fifty"
        case english
    }

    /// In the folded text.
    var range: Range<Int>
    var bounds: Entity.Bounds
    var style: Style
    /// What the last units multiply by, 10,000 in 5万: 3到5万 means both.
    var scale = 1.0
    /// A letter right behind: 1,000 for k, 10,000 for w, a million for m; only its user knows whether it counts.
    var letterScale = 1.0
    /// Part of a code (RB-20, v2, 192.168.1.1) or of an ordinal (第3台, 三分之一).
    var isPart = false
    /// 110/220V, 5万/台3: only what specifies things is written so.
    var isBehindSlash = false
    /// Half a dozen, two dozen: nothing else need say that it counts things.
    var isDozens = false

    var value: Double { bounds.lower ?? bounds.upper ?? 0 }
    var isWhole: Bool { value == value.rounded() }

    func scaled(by factor: Double) -> Entity.Bounds {
        Entity.Bounds(
            bounds.lower.map { $0 * factor }, bounds.upper.map { $0 * factor },
            isApproximate: bounds.isApproximate)
    }
}
