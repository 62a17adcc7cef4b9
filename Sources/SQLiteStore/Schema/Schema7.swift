// What belongs to nobody may name anybody: an erasure looks through it. The indexes hold these few rows alone.
let schema7 = """
    CREATE INDEX turns_of_nobody ON turns (number) WHERE customer IS NULL;
    CREATE INDEX events_of_nobody ON events (sequence) WHERE customer IS NULL;
    CREATE INDEX deliveries_of_nobody ON deliveries (sequence) WHERE customer IS NULL;
    """
