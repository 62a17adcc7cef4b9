// Two customers who turned out to be one person, and all that is needed to part them again.
let schema5 = """
    CREATE TABLE merges (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        customer TEXT NOT NULL,
        other TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        record TEXT NOT NULL -- what was kept aside, and what was filled in
    ) STRICT;
    CREATE INDEX merges_customer ON merges (customer);

    -- Which rows went over, by what names them for good.
    CREATE TABLE merged_rows (
        merge INTEGER NOT NULL,
        source TEXT NOT NULL,
        key ANY NOT NULL,
        PRIMARY KEY (merge, source, key)
    ) STRICT, WITHOUT ROWID;
    """
