import ConciergeCore

// How many, how soon and how long, of each kind of thing that happened: shares are in percent, days are days ago or between.
extension DemoStock.Past {
    struct Tickets: Sendable {
        var share, recent, late, closed: Int
        var after, recentDays: ClosedRange<Int>
        /// Late ones take up to so many times as long: to the first answer, to the end.
        var slower: (answer: Int, end: Int)

        init?(_ value: Value) {
            guard let after = value.range("after"), let recent = value.range("recent_days"),
                let slower = value["slower"]?.bounds
            else { return nil }
            (self.after, recentDays, self.slower) = (after, recent, slower)
            (share, self.recent) = (value.number("share"), value.number("recent"))
            (late, closed) = (value.number("late"), value.number("closed"))
        }
    }

    struct Surveys: Sendable {
        var days, answered, reminder: Int
        var minutes: ClosedRange<Int>
        /// Of the scores 1 to 5, and of those that were late.
        var scores, late: [Int]

        init?(_ value: Value) {
            guard let minutes = value.range("minutes") else { return nil }
            self.minutes = minutes
            (days, answered) = (value.number("days"), value.number("answered"))
            reminder = value.number("reminder")
            (scores, late) = (value.numbers("scores"), value.numbers("late"))
            guard scores.count == 5, late.count == 5 else { return nil }
        }
    }

    struct Leads: Sendable {
        var before, from, open: Int
        var lost, days, lostDays, lostAfter, lostPieces, openDays, openPieces: ClosedRange<Int>
        var openStates: [String]

        init?(_ value: Value) {
            guard let lost = value.range("lost"), let days = value.range("lead_days"),
                let lostDays = value.range("lost_days"), let lostAfter = value.range("lost_after"),
                let lostPieces = value.range("lost_pieces"), let openDays = value.range("open_days"),
                let openPieces = value.range("open_pieces")
            else { return nil }
            (self.lost, self.days, self.lostDays, self.lostAfter) = (lost, days, lostDays, lostAfter)
            (self.lostPieces, self.openDays, self.openPieces) = (lostPieces, openDays, openPieces)
            (before, from) = (value.number("before_orders"), value.number("from"))
            (open, openStates) = (value.number("open"), value.words("open_states"))
            guard !openStates.isEmpty else { return nil }
        }
    }

    struct Offers: Sendable {
        var days, before: Int
        var reason: String
        var others, beforeDays, otherDays, minutes: ClosedRange<Int>

        init?(_ value: Value) {
            guard let others = value.range("others"), let beforeDays = value.range("before_days"),
                let otherDays = value.range("other_days"), let minutes = value.range("minutes")
            else { return nil }
            (self.others, self.beforeDays, self.otherDays) = (others, beforeDays, otherDays)
            (self.minutes, reason) = (minutes, value.word("reason"))
            (days, before) = (value.number("days"), value.number("before_orders"))
        }
    }

    /// When a skill looks at a document of its own again, while that is in one of some states.
    struct Timer: Sendable {
        var collection, skill: String
        var states: [String]
        /// `{id}` is the document's.
        var name: String
        /// The field that it is counted from, and for how long.
        var from: String
        var after: Duration
        /// A field with which there is nothing to wait for.
        var unless: String?
        /// What the timer calls the document.
        var data: String?

        init(_ value: Value) {
            (collection, skill) = (value.word("of"), value.word("skill"))
            (states, name) = (value.words("while"), value.word("name"))
            (from, after) = (value.word("at"), .hours(value.number("hours")))
            (unless, data) = (value["unless"]?.text, value["data"]?.text)
        }
    }
}
