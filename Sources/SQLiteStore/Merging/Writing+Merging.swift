import ConciergeCore
import SQLite

extension Writing {
    func merge(_ merge: Merge) throws {
        let plan = try MergePlan(merge.other, into: merge.customer, on: connection, collections)
        guard let plan else {
            throw Conflict("customer '\(merge.customer)' or '\(merge.other)' is not there any more")
        }
        try connection.run(
            "INSERT INTO merges (id, customer, other, at, record) VALUES (?, ?, ?, ?, ?)", merge.id,
            merge.customer, merge.other, merge.at.milliseconds, StoredJSON.encode(MergeRecord(plan).value))
        let number = connection.lastInsertedNumber
        try setAside(plan)
        for table in MergedTable.ofHost + collections.tables.map(MergedTable.documents) {
            try connection.run(table.remember, number, merge.other)
            try connection.run(table.move, merge.other, merge.customer)
        }
        try moveTimers(merge, number)
        for id in plan.orders {
            try connection.run(
                "UPDATE orders SET customer = ? WHERE customer = ? AND id = ?", merge.customer, merge.other,
                id)
        }
        try connection.run(
            "UPDATE identities SET customer = ? WHERE customer = ?", merge.customer, merge.other)
        try keep(plan.context, customer: merge.customer)
        var customer = plan.customer
        customer.updatedAt = merge.at
        try put(customer, expecting: nil)
        for statement in Self.removing { try connection.run(statement, merge.other) }
    }

    private static var removing: [SQL] {
        ["DELETE FROM contexts WHERE customer = ?", "DELETE FROM customers WHERE id = ?"]
    }

    /// What would stand twice goes into the record; what the customer has none of becomes his.
    private func setAside(_ plan: MergePlan) throws {
        for order in plan.ordersAside {
            try connection.run("DELETE FROM orders WHERE customer = ? AND id = ?", order.customer, order.id)
        }
        for timer in plan.timersAside { try connection.run("DELETE FROM wakeups WHERE id = ?", timer.id) }
        for document in plan.own {
            guard let table = collections[document.collection] else { continue }
            if plan.adopted.contains(table.name) {
                let adopt = SQL(
                    built:
                        "UPDATE \(table.table) SET id = ?1, customer = ?1, version = version + 1 WHERE id = ?2"
                )
                try connection.run(adopt, plan.customer.id, document.id)
            } else {
                try connection.run(SQL(built: "DELETE FROM \(table.table) WHERE id = ?"), document.id)
            }
        }
    }

    private func moveTimers(_ merge: Merge, _ number: Int64) throws {
        try connection.run(
            """
            INSERT INTO merged_rows (merge, source, key)
            SELECT ?1, 'wakeups', id FROM wakeups WHERE customer = ?2
            """, number, merge.other)
        try connection.run(
            """
            UPDATE wakeups SET customer = ?2, id = CASE WHEN id = skill || '/' || ?1 || '/' || name
                THEN skill || '/' || ?2 || '/' || name ELSE id END
            WHERE customer = ?1
            """, merge.other, merge.customer)
    }
}
