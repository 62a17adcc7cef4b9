import ConciergeCore
import Language

extension CrossCheck {
    /// What a script says of money, held against the orders it is said to.
    mutating func checkClaims() {
        let reader = ClaimReader()
        for script in base.scripts {
            let range = AmountRange(script.conditions)
            for (_, text) in script.script.texts.sorted(by: { $0.key < $1.key }) {
                guard let complaint = complaint(about: text, of: script, range, reader) else { continue }
                problems.append(Problem(.warning, at: script.place, complaint))
                break
            }
        }
    }

    private func complaint(
        about text: String, of script: SalesScript, _ range: AmountRange, _ reader: ClaimReader
    ) -> String? {
        guard let computed = script.texts[text] else {
            guard let claim = Claim(in: text, read: reader) else { return nil }
            return literal(claim, range)
        }
        guard computed.names == [AmountRange.name] else { return nil }
        for amount in range.samples {
            guard let said = computed.said([AmountRange.name: .number(amount)]),
                let claim = Claim(in: said, read: reader)
            else { return nil }
            guard claim.holds(for: amount) else {
                return
                    "of an order of \(Self.written(amount)) it says '\(claim.text)', but over \(Self.written(claim.days)) days that order costs \(Self.written(amount / claim.days)) a day; mend the figure"
            }
        }
        return nil
    }

    /// A figure that stands fast is true of some orders only.
    private func literal(_ claim: Claim, _ range: AmountRange) -> String? {
        // 不到140元 is false of 140 itself; what is computed may be rounded to it.
        let wrong = range.samples.first { amount in
            !claim.holds(for: amount)
                || (claim.perDay.lower == nil && amount / claim.days == claim.perDay.upper)
        }
        guard let wrong else { return nil }
        let compute =
            "compute it, as in {{\(AmountRange.name) / \(Self.written(claim.days)) | ceil}}"
        guard claim.perDay.lower == nil, let upper = claim.perDay.upper else {
            return
                "'\(claim.text)' is false for an order of \(Self.written(wrong)), as its conditions let it be; \(compute)"
        }
        let limit = upper * claim.days
        let bound =
            limit > range.lower
            ? "\"between \(Self.written(range.lower)) and \(Self.written(limit - 1))\""
            : "\"< \(Self.written(limit))\""
        return
            "'\(claim.text)' is only true of orders below \(Self.written(limit)) (over \(Self.written(claim.days)) days); \(compute), or write \(AmountRange.name): \(bound)"
    }

    /// Behind a script that always holds no other of its intent is said.
    mutating func checkReach() {
        var first: [String: Place] = [:]
        for script in base.scripts {
            if let other = first[script.intent] {
                problems.append(
                    Problem(
                        .warning, at: script.place,
                        "this is never said, for the script of '\(script.intent.prefix(80))' at \(other) has no conditions and comes first; put this one above it"
                    ))
            } else if script.conditions.isEmpty, script.texts.isEmpty {
                first[script.intent] = script.place
            }
        }
    }

    private static func written(_ number: Double) -> String {
        let rounded = (number * 100).rounded() / 100
        return Int64(exactly: rounded).map(String.init) ?? "\(rounded)"
    }
}
