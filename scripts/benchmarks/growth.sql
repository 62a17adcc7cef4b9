-- A store that has grown: 1,000,000 customers, one conversation each, ten messages in each, straight into the host's own schema.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -500000;
BEGIN;
INSERT INTO customers (number, id, name, attributes, created_at, updated_at, version)
    SELECT 1000000 + value, printf('c%07d', value), printf('客户%d', value), '{}', 1760000000000 + value, 1760000000000 + value, 1
    FROM generate_series(0, 999999);
INSERT INTO contexts (number, customer, body)
    SELECT 1000000 + value, printf('c%07d', value), '{"hello.greeted":true}' FROM generate_series(0, 999999);
INSERT INTO conversations
    (number, id, customer, channel, account, status, epoch, customer_turns, topics, opened_at, updated_at, messages)
    SELECT 1000000 + value, printf('k%07d', value), printf('c%07d', value), 'rest', '', 'bot', 0, 5, '[]',
        1760000000000 + value, 1760000000000 + value, 10
    FROM generate_series(0, 999999);
INSERT INTO messages (place, author, text, at)
    SELECT ((1000000 + c.value) << 24) + m.value, CASE m.value % 2 WHEN 1 THEN 'customer' ELSE 'bot' END,
        '工业机器人多少钱？我们做汽车零部件，第' || m.value || '次询问', 1760000000000 + c.value
    FROM generate_series(0, 999999) AS c, generate_series(1, 10) AS m;
-- Each customer message was a turn, known by the id it came with.
INSERT INTO turns (number, id, kind, customer, conversation, at)
    SELECT c.value * 5 + m.value, printf('t%07d-%d', c.value, m.value), 'message', printf('c%07d', c.value),
        printf('k%07d', c.value), 1760000000000 + c.value
    FROM generate_series(0, 999999) AS c, generate_series(1, 5) AS m;
INSERT INTO inbound (scope, message_id, channel, turn)
    SELECT printf('k%07d', c.value), printf('m%d', m.value), 'rest', printf('t%07d-%d', c.value, m.value)
    FROM generate_series(0, 999999) AS c, generate_series(1, 5) AS m;
COMMIT;
ANALYZE;
