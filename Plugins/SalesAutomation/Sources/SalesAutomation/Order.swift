/// What is to be ordered, as a conversation comes to it: changed where a message is certain, else left as it is.
struct Order: Sendable, Hashable {
    typealias Line = Message.Line

    /// What a message did to it.
    enum Step: Sendable, Hashable {
        /// It says nothing of the order.
        case none
        /// The order is what the message says.
        case said
        /// A part of it was added, set or taken away.
        case changed
        /// Other goods than before: what was spoken of is put aside.
        case beside
        /// It can be understood in more than one way.
        case doubtful
    }

    var lines: [Line] = []
    /// What was spoken of before other goods were, until somebody says whether both are wanted.
    var aside: [Line] = []

    var isExact: Bool { lines.allSatisfy(\.isExact) }
    var quantity: Double { lines.reduce(0) { $0 + $1.quantity } }

    func has(_ product: String) -> Bool { lines.contains { $0.product == product } }

    /// `product`: what is spoken of. `isAdding`: they were asked how many more of it.
    mutating func take(_ message: Message, about product: String?, isAdding: Bool) -> Step {
        if message.isDoubtful { return .doubtful }
        if message.isTogether, !message.namesOrder { return unite() }
        let gone = lines.filter { message.denied.contains($0.product) }
        lines.removeAll { gone.contains($0) }
        if message.change == .remove { return remove(message, about: product) }
        var said = message.lines
        if said.isEmpty, let count = message.quantity {
            guard let meant = meant(by: product) else {
                return lines.isEmpty ? .none : .doubtful
            }
            said = [Line(product: meant, quantity: count, isExact: !message.isVague)]
        }
        guard !said.isEmpty else { return gone.isEmpty ? .none : .changed }
        guard !lines.isEmpty else {
            lines = said
            return .said
        }
        return switch isAdding ? .add : message.change {
        case .add: add(said)
        case .replace: said.allSatisfy { has($0.product) } ? set(said) : .doubtful
        default: mention(said)
        }
    }

    /// Both what was put aside and what came after it.
    mutating func unite() -> Step {
        guard !aside.isEmpty else { return .none }
        lines = aside.filter { !has($0.product) } + lines
        aside = []
        return .changed
    }

    /// A number alone is of the only product, or of the one that has none yet.
    private func meant(by product: String?) -> String? {
        guard let product else { return lines.count == 1 ? lines[0].product : nil }
        return lines.count < 2 || !has(product) ? product : nil
    }

    private mutating func add(_ said: [Line]) -> Step {
        // "add 2 controllers to the 4 motors": the motors may be those of before.
        guard said.count == 1 || !said.contains(where: { has($0.product) }) else { return .doubtful }
        for line in said {
            if let place = lines.firstIndex(where: { $0.product == line.product }) {
                lines[place].quantity += line.quantity
                lines[place].isExact = lines[place].isExact && line.isExact
            } else {
                lines.append(line)
            }
        }
        return .changed
    }

    private mutating func set(_ said: [Line]) -> Step {
        lines = lines.map { line in said.first { $0.product == line.product } ?? line }
        return .changed
    }

    /// Lines without a word of what they are to the order.
    private mutating func mention(_ said: [Line]) -> Step {
        let known = said.filter { has($0.product) }
        if known.count == said.count { return set(said) }
        if known.count == lines.count {
            lines = said
            return .said
        }
        guard known.isEmpty else { return .doubtful }
        (aside, lines) = (
            aside.filter { line in !said.contains { $0.product == line.product } } + lines, said
        )
        return .beside
    }

    private mutating func remove(_ message: Message, about product: String?) -> Step {
        guard !lines.isEmpty else { return .none }
        var said = message.lines
        if said.isEmpty, let count = message.quantity {
            guard lines.count == 1 else { return .doubtful }
            said = [Line(product: lines[0].product, quantity: count)]
        }
        if said.isEmpty {
            let gone = message.products + message.denied
            guard !gone.isEmpty, gone.allSatisfy({ has($0) || message.denied.contains($0) }) else {
                return gone.isEmpty ? .none : .doubtful
            }
            lines.removeAll { gone.contains($0.product) }
            return .changed
        }
        let fits = said.allSatisfy { less in
            lines.contains { $0.product == less.product && $0.quantity >= less.quantity && less.isExact }
        }
        guard fits else { return .doubtful }
        for less in said {
            guard let place = lines.firstIndex(where: { $0.product == less.product }) else { continue }
            lines[place].quantity -= less.quantity
        }
        lines.removeAll { $0.quantity <= 0 }
        return .changed
    }
}
