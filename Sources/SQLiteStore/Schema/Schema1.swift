// Which pages a turn dirties decides what it costs once the file is large. Therefore:
// - a message lies at `conversation number << 24 | sequence`: those of a conversation side by side, in a shallow
//   tree of integers, and one page to touch a turn;
// - what only grows (turns, traces, events, deliveries) is appended;
// - an index stands on columns that a turn does not change, or is partial and leaves the common rows out;
// - documents have a table for each collection, made by `Collections`, for the same reason.
let schema1 = """
    CREATE TABLE customers (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT, phone TEXT, email TEXT, company TEXT, industry TEXT, tier TEXT, locale TEXT,
        attributes TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        version INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX customers_created ON customers (created_at, id);
    CREATE INDEX customers_updated ON customers (updated_at, id);
    CREATE INDEX customers_name ON customers (name) WHERE name IS NOT NULL;
    CREATE INDEX customers_phone ON customers (phone) WHERE phone IS NOT NULL;
    CREATE INDEX customers_email ON customers (email) WHERE email IS NOT NULL;
    CREATE INDEX customers_company ON customers (company) WHERE company IS NOT NULL;

    CREATE TABLE contexts (
        number INTEGER PRIMARY KEY,
        customer TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL
    ) STRICT;

    CREATE TABLE identities (
        channel TEXT NOT NULL,
        account TEXT NOT NULL,
        external TEXT NOT NULL,
        customer TEXT NOT NULL,
        PRIMARY KEY (channel, account, external)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identities_customer ON identities (customer);

    CREATE TABLE orders (
        customer TEXT NOT NULL,
        id TEXT NOT NULL,
        product TEXT NOT NULL,
        quantity INTEGER NOT NULL,
        amount REAL,
        status TEXT NOT NULL,
        paid_at INTEGER,
        shipped_at INTEGER,
        tracking TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        PRIMARY KEY (customer, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE conversations (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        customer TEXT NOT NULL,
        channel TEXT NOT NULL,
        account TEXT NOT NULL,
        status TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        agent TEXT,
        competence TEXT,
        customer_turns INTEGER NOT NULL,
        topics TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        messages INTEGER NOT NULL DEFAULT 0 -- the last sequence number given: none is given twice
    ) STRICT;
    CREATE INDEX conversations_customer ON conversations (customer, opened_at);
    CREATE INDEX conversations_opened ON conversations (opened_at, id);
    CREATE INDEX conversations_queued ON conversations (updated_at, id) WHERE status = 'queued';
    CREATE INDEX conversations_human ON conversations (updated_at, id) WHERE status = 'human';

    CREATE TABLE messages (
        place INTEGER PRIMARY KEY, -- conversation number << 24 | sequence
        turn TEXT,
        author TEXT NOT NULL,
        agent TEXT,
        kind TEXT,
        text TEXT NOT NULL,
        message_id TEXT,
        actions TEXT,
        offer TEXT,
        at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE inbound (
        scope TEXT NOT NULL,
        message_id TEXT NOT NULL,
        channel TEXT NOT NULL,
        turn TEXT NOT NULL,
        PRIMARY KEY (scope, message_id, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inbound_turn ON inbound (turn);

    CREATE TABLE turns (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        customer TEXT,
        conversation TEXT,
        at INTEGER NOT NULL,
        answer TEXT
    ) STRICT;
    CREATE INDEX turns_customer ON turns (customer) WHERE customer IS NOT NULL;

    -- Apart from the turns, because they are forgotten sooner.
    CREATE TABLE traces (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        record TEXT NOT NULL
    ) STRICT;

    CREATE TABLE collections (
        name TEXT PRIMARY KEY,
        fields TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE events (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        customer TEXT,
        conversation TEXT,
        source TEXT NOT NULL,
        data TEXT NOT NULL,
        at INTEGER NOT NULL,
        depth INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX events_customer ON events (customer) WHERE customer IS NOT NULL;

    CREATE TABLE deliveries (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        stream TEXT NOT NULL,
        customer TEXT,
        conversation TEXT,
        author TEXT NOT NULL,
        carrier TEXT NOT NULL,
        payload TEXT NOT NULL,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        error TEXT,
        is_next INTEGER NOT NULL -- 1: waiting, and the first of its stream
    ) STRICT;
    CREATE INDEX deliveries_waiting ON deliveries (stream, sequence) WHERE state = 'waiting';
    CREATE INDEX deliveries_next ON deliveries (due_at) WHERE is_next = 1;
    CREATE INDEX deliveries_customer ON deliveries (customer) WHERE customer IS NOT NULL;

    CREATE TABLE wakeups (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        due_at INTEGER NOT NULL,
        skill TEXT NOT NULL,
        name TEXT NOT NULL,
        customer TEXT,
        conversation TEXT,
        data TEXT NOT NULL,
        depth INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX wakeups_due ON wakeups (due_at);
    CREATE INDEX wakeups_customer ON wakeups (customer) WHERE customer IS NOT NULL;

    CREATE TABLE agents (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        competences TEXT NOT NULL,
        capacity INTEGER NOT NULL,
        presence TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tokens (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        scope TEXT NOT NULL,
        hash TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
