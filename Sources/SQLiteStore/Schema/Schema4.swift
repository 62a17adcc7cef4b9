// What a human is wanted for, and until when he has the word. `handoff` is what nothing is looked up by, as JSON. The
// indexes are partial: a turn of the bot alone touches none.
let schema4 = """
    ALTER TABLE conversations ADD COLUMN assignee TEXT;
    ALTER TABLE conversations ADD COLUMN queued_at INTEGER;
    ALTER TABLE conversations ADD COLUMN returns_at INTEGER;
    ALTER TABLE conversations ADD COLUMN handoff TEXT;
    UPDATE conversations SET queued_at = updated_at WHERE status = 'queued';
    UPDATE conversations SET returns_at = updated_at + 1800000 WHERE status = 'human';
    CREATE INDEX conversations_waiting ON conversations (queued_at, id)
        WHERE status = 'queued' AND assignee IS NULL;
    CREATE INDEX conversations_assigned ON conversations (assignee)
        WHERE status = 'queued' AND assignee IS NOT NULL;
    CREATE INDEX conversations_returning ON conversations (returns_at) WHERE returns_at IS NOT NULL;
    """
