import ConciergeCore

/// What a visitor would rather read, as the browser's `Accept-Language` says (RFC 9110, 12.5.4).
struct Languages {
    /// The best first.
    let tags: [String]

    init(_ header: String) {
        let wishes = header.split(separator: ",").compactMap { item -> (tag: String, quality: Double)? in
            let parts = item.split(separator: ";").map(\.trimmed)
            guard let tag = parts.first, isLocale(tag) else { return nil }
            let quality = parts.first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return quality > 0 ? (tag, quality) : nil
        }
        // A stable order: of equal wishes the first.
        tags = wishes.enumerated().sorted {
            ($1.element.quality, $0.offset) < ($0.element.quality, $1.offset)
        }.map(\.element.tag)
    }

    /// Which of the host's two languages comes first.
    var isChinese: Bool {
        tags.lazy.compactMap { tag -> Bool? in
            switch tag.prefix(while: { $0 != "-" }).lowercased() {
            case "zh": true
            case "en": false
            default: nil
            }
        }.first ?? false
    }
}
