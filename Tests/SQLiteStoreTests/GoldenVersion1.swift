/// A store as version 1 wrote it, dumped by `sqlite3`; it never changes again, every later version must read it.
let goldenVersion1 = #"""
    PRAGMA foreign_keys=OFF;
    BEGIN TRANSACTION;
    CREATE TABLE customers (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT, phone TEXT, email TEXT, company TEXT, industry TEXT, tier TEXT, locale TEXT,
        attributes TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        version INTEGER NOT NULL
    ) STRICT;
    INSERT INTO customers VALUES(1,'u1','王伟',NULL,NULL,NULL,NULL,NULL,NULL,'{}',1773230400000,1773230400000,1);
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
    INSERT INTO conversations VALUES(1,'c1','u1','rest','','bot',0,NULL,NULL,0,'[]',1773230400000,1773230400000,2);
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
    INSERT INTO messages VALUES(16777217,NULL,'customer',NULL,NULL,'多少钱？',NULL,NULL,NULL,1773230400000);
    INSERT INTO messages VALUES(16777218,NULL,'bot',NULL,'answer','50000',NULL,NULL,NULL,1773230400000);
    CREATE TABLE inbound (
        scope TEXT NOT NULL,
        message_id TEXT NOT NULL,
        channel TEXT NOT NULL,
        turn TEXT NOT NULL,
        PRIMARY KEY (scope, message_id, channel)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE turns (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        customer TEXT,
        conversation TEXT,
        at INTEGER NOT NULL,
        answer TEXT
    ) STRICT;
    INSERT INTO turns VALUES(1,'t1','message',NULL,NULL,1773230400000,NULL);
    CREATE TABLE traces (
        number INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        record TEXT NOT NULL
    ) STRICT;
    INSERT INTO traces VALUES(1,1773230400000,'{"at":"2026-03-11T12:00:00.000Z","kind":"message","trace":{"context":{},"skills":[]},"turn":"t1","us":0}');
    CREATE TABLE collections (
        name TEXT PRIMARY KEY,
        fields TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO collections VALUES('leads','{"open":{"type":"text","unique":true},"status":{"type":"text","unique":false}}');
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
    INSERT INTO deliveries VALUES(1,'d1','c1','u1','c1','bot','telegram','{"text":"hello"}','waiting',0,1773230400000,NULL,1);
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
    CREATE TABLE IF NOT EXISTS "documents_leads" (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        customer TEXT,
        version INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        body TEXT NOT NULL,
        "_open" ANY,
        "_status" ANY
    ) STRICT;
    INSERT INTO documents_leads VALUES(1,'l1','u1',1,1773230400000,1773230400000,'{"open":"u1","status":"new"}','u1','new');
    DELETE FROM sqlite_sequence;
    INSERT INTO sqlite_sequence VALUES('deliveries',1);
    INSERT INTO sqlite_sequence VALUES('turns',1);
    CREATE INDEX customers_created ON customers (created_at, id);
    CREATE INDEX customers_updated ON customers (updated_at, id);
    CREATE INDEX customers_name ON customers (name) WHERE name IS NOT NULL;
    CREATE INDEX customers_phone ON customers (phone) WHERE phone IS NOT NULL;
    CREATE INDEX customers_email ON customers (email) WHERE email IS NOT NULL;
    CREATE INDEX customers_company ON customers (company) WHERE company IS NOT NULL;
    CREATE INDEX identities_customer ON identities (customer);
    CREATE INDEX conversations_customer ON conversations (customer, opened_at);
    CREATE INDEX conversations_opened ON conversations (opened_at, id);
    CREATE INDEX conversations_queued ON conversations (updated_at, id) WHERE status = 'queued';
    CREATE INDEX conversations_human ON conversations (updated_at, id) WHERE status = 'human';
    CREATE INDEX inbound_turn ON inbound (turn);
    CREATE INDEX turns_customer ON turns (customer) WHERE customer IS NOT NULL;
    CREATE INDEX events_customer ON events (customer) WHERE customer IS NOT NULL;
    CREATE INDEX deliveries_waiting ON deliveries (stream, sequence) WHERE state = 'waiting';
    CREATE INDEX deliveries_next ON deliveries (due_at) WHERE is_next = 1;
    CREATE INDEX deliveries_customer ON deliveries (customer) WHERE customer IS NOT NULL;
    CREATE INDEX wakeups_due ON wakeups (due_at);
    CREATE INDEX wakeups_customer ON wakeups (customer) WHERE customer IS NOT NULL;
    CREATE INDEX "documents_leads:created_at" ON "documents_leads" (created_at, id);
    CREATE INDEX "documents_leads:customer" ON "documents_leads" (customer) WHERE customer IS NOT NULL;
    CREATE UNIQUE INDEX "documents_leads:open" ON "documents_leads" ("_open");
    CREATE INDEX "documents_leads:status" ON "documents_leads" ("_status", id);
    COMMIT;
    PRAGMA application_id = 1129202503;
    PRAGMA user_version = 1;
    """#
