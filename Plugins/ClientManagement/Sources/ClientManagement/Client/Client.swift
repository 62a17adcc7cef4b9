internal import SkillKit

/// One client: what staff entered, and what the last review found. A document of the collection `clients`.
struct Client: Sendable {
    struct Commitment: Sendable, Equatable {
        var id, what: String
        var who: String?
        var due, done: Timestamp?
    }

    /// A stage that was left for another, with the evidence.
    struct Move: Sendable, Equatable {
        let from, to: String
        let at: Timestamp
        /// The facts that moved it; none when staff did.
        let facts: [String: Int]
        let references: [String]
    }

    /// Texts that staff may enter.
    static let entryNames = [
        "type", "goals", "success_measure", "decision_maker", "contacts", "expectations", "promised",
        "delivering", "scope_included", "scope_excluded", "change_process", "timeline", "milestone",
        "quick_win", "constraints", "documents", "access", "approval", "feedback", "escalation", "channel",
        "cadence", "owner",
    ]

    let id: String
    /// How documents name the client: a company, not a person where that can be helped.
    var label: String
    var stage: String
    var stageSince: Timestamp
    var moves: [Move] = []
    var entries: [String: String] = [:]
    var renewal: Timestamp?
    /// A contact that staff entered.
    var contacted: Timestamp?
    var commitments: [Commitment] = []
    var signals: [Signal] = []
    var risk = 0
    var level = ""
    var reviewed: Timestamp?
    /// Above the threshold, and staff were told.
    var isNotified = false

    init(id: String, stage: String, at time: Timestamp) {
        (self.id, label, self.stage, stageSince) = (id, id, stage, time)
    }

    var openCommitments: [Commitment] { commitments.filter { $0.done == nil } }
}
