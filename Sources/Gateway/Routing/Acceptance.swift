import ConciergeCore

/// What a client would rather have, as its `Accept` says (RFC 9110, 12.5.1).
struct Acceptance {
    private struct Range {
        var type: String
        var quality: Double

        /// How exactly it names a type; nil when it does not.
        func precision(for other: String) -> Int? {
            if type == other { return 2 }
            if type == "*/*" { return 0 }
            return type.hasSuffix("/*") && other.hasPrefix(type.dropLast()) ? 1 : nil
        }
    }

    private let ranges: [Range]

    init(_ header: String) {
        ranges = header.split(separator: ",").compactMap { item in
            let parts = item.split(separator: ";").map { $0.trimmed.lowercased() }
            guard let type = parts.first, !type.isEmpty else { return nil }
            let quality = parts.first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return Range(type: type, quality: quality ?? 1)
        }
    }

    /// What it likes best; of equals the first; nil when it takes none of them.
    func best(of offered: [String]) -> String? {
        var best: (type: String, quality: Double)?
        for type in offered {
            let quality = quality(of: type)
            if quality > best?.quality ?? 0 { best = (type, quality) }
        }
        return best?.type
    }

    private func quality(of type: String) -> Double {
        guard !ranges.isEmpty else { return 1 }
        let known = ranges.compactMap { range in range.precision(for: type).map { ($0, range.quality) } }
        return known.max { $0.0 < $1.0 }?.1 ?? 0
    }
}

extension Refusal {
    static func notAcceptable(_ route: Route) -> Refusal {
        Refusal(
            406, "not_acceptable",
            "accept: this address answers with \(Spelling.listed(route.mediaTypes)); accept that")
    }
}
