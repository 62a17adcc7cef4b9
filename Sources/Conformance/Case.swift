/// One demand on every skill; judged in a process of its own, which the skill may take along.
public struct Case: Sendable {
    /// What was measured on the way, in words for people.
    public typealias Figures = [String: String]

    public let name: String
    /// What a good skill does.
    public let demand: String
    /// Without these it would say again what they have said.
    public let needs: [String]
    let judge: @Sendable (Bench) throws -> Figures

    public init(
        _ name: String, _ demand: String, needs: [String] = [],
        _ judge: @escaping @Sendable (Bench) throws -> Figures
    ) {
        self.name = name
        self.demand = demand
        self.needs = needs
        self.judge = judge
    }

    /// In the order in which a fault is best found.
    public static let all: [Case] = load + life + turn + parting + host + [fuzz]
}

/// How a case ended.
public struct Verdict: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        case passed(Case.Figures)
        case failed(Fault)
        case skipped(because: String)
    }

    public var name: String
    public var outcome: Outcome

    public init(_ name: String, _ outcome: Outcome) {
        self.name = name
        self.outcome = outcome
    }

    public var fault: Fault? { if case .failed(let fault) = outcome { fault } else { nil } }
}
