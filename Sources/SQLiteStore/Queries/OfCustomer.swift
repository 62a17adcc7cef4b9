/// Where the rows of the customer `?1` are that no column says it of.
enum OfCustomer {
    /// Every message `m` beside its conversation `c`.
    static let messages = """
        conversations c CROSS JOIN messages m ON m.place BETWEEN c.number << 24 AND c.number << 24 | 16777215
            WHERE c.customer = ?1
        """

    /// The merges that made him what he is, those of whom he took in among them.
    static let merges = """
        customer IN (
            WITH RECURSIVE persons (id) AS (
                SELECT ?1 UNION SELECT m.other FROM merges m JOIN persons p ON m.customer = p.id)
            SELECT id FROM persons)
        """

    /// The ids of turns: those of messages are found by the messages, and only others (events, timers, actions, pages) have an index.
    static let turns = """
        SELECT m.turn FROM \(messages) AND m.turn IS NOT NULL
        UNION SELECT id FROM turns WHERE kind <> 'message' AND customer = ?1
        """
}
