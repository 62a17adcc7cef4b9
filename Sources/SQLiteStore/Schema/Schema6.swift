// What the report asks of each conversation, kept in the row that a turn writes anyway: no page more for it.
let schema6 = """
    ALTER TABLE conversations ADD COLUMN answered_at INTEGER; -- the first word of bot or agent
    ALTER TABLE conversations ADD COLUMN human_at INTEGER; -- the first word of an agent
    ALTER TABLE conversations ADD COLUMN handed_at INTEGER; -- when it was first queued or taken over
    ALTER TABLE conversations ADD COLUMN held_since INTEGER; -- while a human holds it
    ALTER TABLE conversations ADD COLUMN held_ms INTEGER NOT NULL DEFAULT 0; -- how long humans held it before
    UPDATE conversations SET
        answered_at = (
            SELECT m.at FROM messages m
            WHERE m.place BETWEEN number << 24 AND number << 24 | 16777215 AND m.author IN ('bot', 'agent')
            ORDER BY m.place LIMIT 1),
        human_at = (
            SELECT m.at FROM messages m
            WHERE m.place BETWEEN number << 24 AND number << 24 | 16777215 AND m.author = 'agent'
            ORDER BY m.place LIMIT 1),
        held_since = CASE WHEN status = 'human' THEN updated_at END;
    UPDATE conversations SET handed_at = coalesce(human_at, updated_at)
        WHERE human_at IS NOT NULL OR status IN ('queued', 'human');
    -- Actions and pages belong to a customer without a message that says so, as events do.
    DROP INDEX turns_event;
    CREATE INDEX turns_other ON turns (customer) WHERE kind <> 'message' AND customer IS NOT NULL;
    CREATE INDEX orders_paid ON orders (paid_at, status, amount) WHERE paid_at IS NOT NULL;
    """
