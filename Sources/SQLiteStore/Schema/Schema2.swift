// A page less for every turn to touch, and one less in the log: an index by customer scatters what is otherwise only
// appended. The turns of messages are found by the messages, so these indexes hold only turns that have none.
let schema2 = """
    DROP INDEX turns_customer;
    CREATE INDEX turns_event ON turns (customer) WHERE kind = 'event' AND customer IS NOT NULL;
    DROP INDEX inbound_turn;
    CREATE INDEX inbound_event ON inbound (turn) WHERE channel = 'event';

    -- How many turns may still follow from what one makes happen.
    ALTER TABLE wakeups ADD COLUMN budget INTEGER NOT NULL DEFAULT 256;
    """
