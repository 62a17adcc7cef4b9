/// How something stands out on a terminal that wants it; elsewhere the text stays as it is.
struct Style: Sendable {
    var isColoured: Bool

    func bold(_ text: some StringProtocol) -> String { mark(text, 1) }
    func dim(_ text: some StringProtocol) -> String { mark(text, 2) }
    func red(_ text: some StringProtocol) -> String { mark(text, 31) }
    func green(_ text: some StringProtocol) -> String { mark(text, 32) }
    func yellow(_ text: some StringProtocol) -> String { mark(text, 33) }
    func cyan(_ text: some StringProtocol) -> String { mark(text, 36) }

    private func mark(_ text: some StringProtocol, _ code: Int) -> String {
        isColoured ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : String(text)
    }
}
