/// Where the rows of the customer `?1` are that no column says it of.
enum OfCustomer {
    /// Every message `m` beside its conversation `c`.
    static let messages = """
        conversations c CROSS JOIN messages m ON m.place BETWEEN c.number << 24 AND c.number << 24 | 16777215
            WHERE c.customer = ?1
        """

    /// The ids of turns: those of messages are found by the messages, and only events and timers have an index.
    static let turns = """
        SELECT m.turn FROM \(messages) AND m.turn IS NOT NULL
        UNION SELECT id FROM turns WHERE kind = 'event' AND customer = ?1
        """
}
