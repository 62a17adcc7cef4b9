import ConciergeCore
import SQLite

extension Writing {
    /// Gives everything back that a merge moved, as far as it is still there; what came since stays with the customer.
    func unmerge(_ id: String, at now: Timestamp) throws {
        let found = try connection.first(
            "SELECT number, customer, other, at, record FROM merges WHERE id = ?", id
        ) { row in
            (
                number: row.int(0),
                merge: Merge(id: id, customer: row.text(1), other: row.text(2), at: row.time(3)),
                record: MergeRecord(try row.json(4))
            )
        }
        guard let (number, merge, record) = found, let record else {
            throw Conflict("merge '\(id)' is not there any more")
        }
        guard var customer = try connection.first(Reader.customerByID, merge.customer, map: Reader.customer)
        else { throw Conflict("customer '\(merge.customer)' is not there any more") }
        try put(record.other, expecting: 0)
        try connection.run(
            "UPDATE customers SET version = ? WHERE id = ?", record.other.version, merge.other)
        customer.giveBack(record.fills)
        customer.updatedAt = now
        try put(customer, expecting: nil)
        for table in MergedTable.ofHost + collections.tables.map(MergedTable.documents) {
            try connection.run(table.back, merge.other, merge.customer, number)
        }
        try giveBackTimers(merge, number, record)
        try giveBackOrders(merge, record)
        try giveBackContext(merge, record)
        for document in record.own { try giveBack(document, merge, record) }
        for statement in Self.forgetting { try connection.run(statement, number) }
    }

    private static var forgetting: [SQL] {
        ["DELETE FROM merged_rows WHERE merge = ?", "DELETE FROM merges WHERE number = ?"]
    }

    private func giveBackTimers(_ merge: Merge, _ number: Int64, _ record: MergeRecord) throws {
        try connection.run(
            """
            UPDATE wakeups SET customer = ?1, id = CASE WHEN id = skill || '/' || ?2 || '/' || name
                THEN skill || '/' || ?1 || '/' || name ELSE id END
            WHERE customer = ?2 AND CASE WHEN id = skill || '/' || ?2 || '/' || name
                THEN skill || '/' || ?1 || '/' || name ELSE id END
                IN (SELECT key FROM merged_rows WHERE merge = ?3 AND source = 'wakeups')
            """, merge.other, merge.customer, number)
        for timer in record.timersAside { try put(timer) }
    }

    private func giveBackOrders(_ merge: Merge, _ record: MergeRecord) throws {
        for id in record.orders {
            try connection.run(
                "UPDATE orders SET customer = ? WHERE customer = ? AND id = ?", merge.other, merge.customer,
                id)
        }
        for order in record.ordersAside { try put(order) }
        for identity in record.identities {
            try connection.run(
                """
                UPDATE identities SET customer = ?
                WHERE channel = ? AND account = ? AND external = ? AND customer = ?
                """, merge.other, identity.channel, identity.account, identity.external, merge.customer)
        }
    }

    private func giveBackContext(_ merge: Merge, _ record: MergeRecord) throws {
        var context =
            try connection.first("SELECT body FROM contexts WHERE customer = ?", merge.customer) {
                try $0.map(0)
            } ?? [:]
        for (key, value) in record.added where context[key] == value { context[key] = nil }
        try keep(context, customer: merge.customer)
        try keep(record.context, customer: merge.other)
    }

    /// The document as it was; one that was adopted goes, unless it was changed since.
    private func giveBack(_ document: Document, _ merge: Merge, _ record: MergeRecord) throws {
        guard let table = collections[document.collection] else { return }
        if record.adopted.contains(table.name) {
            try connection.run(table.remove, merge.customer, document.version + 1)
        }
        let columns: [any Bindable] = [
            document.id, document.customer, document.createdAt.milliseconds,
            document.updatedAt.milliseconds, StoredJSON.encode(document.body),
        ]
        try connection.run(table.insert, columns + table.values(of: document.body))
        try connection.run(
            SQL(built: "UPDATE \(table.table) SET version = ? WHERE id = ?"), document.version, document.id)
    }
}
