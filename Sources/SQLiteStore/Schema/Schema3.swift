// What skills ask about customers and sales, so that the answer costs the same with a million customers.
let schema3 = """
    CREATE INDEX orders_id ON orders (id);
    -- However somebody wrote a number, its last eight digits find it; which of those it is, the reader says.
    CREATE INDEX customers_phone_end ON customers
        (substr(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), -8))
        WHERE phone IS NOT NULL;
    CREATE INDEX customers_email_any ON customers (lower(email)) WHERE email IS NOT NULL;

    -- Units of paid orders by month (202603) and product, counted by the triggers below.
    CREATE TABLE sales (
        month INTEGER NOT NULL,
        product TEXT NOT NULL,
        units INTEGER NOT NULL,
        PRIMARY KEY (month, product)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO sales (month, product, units)
        SELECT CAST(strftime('%Y%m', paid_at / 1000, 'unixepoch') AS INTEGER), product, sum(quantity) FROM orders
        WHERE paid_at IS NOT NULL AND lower(status) NOT IN ('cancelled', 'canceled', 'refunded', 'returned')
        GROUP BY 1, 2;
    CREATE TRIGGER orders_sold AFTER INSERT ON orders
        WHEN new.paid_at IS NOT NULL
            AND lower(new.status) NOT IN ('cancelled', 'canceled', 'refunded', 'returned')
    BEGIN
        INSERT INTO sales (month, product, units) VALUES (
            CAST(strftime('%Y%m', new.paid_at / 1000, 'unixepoch') AS INTEGER), new.product, new.quantity)
        ON CONFLICT DO UPDATE SET units = units + excluded.units;
    END;
    CREATE TRIGGER orders_unsold AFTER DELETE ON orders
        WHEN old.paid_at IS NOT NULL
            AND lower(old.status) NOT IN ('cancelled', 'canceled', 'refunded', 'returned')
    BEGIN
        UPDATE sales SET units = units - old.quantity
        WHERE month = CAST(strftime('%Y%m', old.paid_at / 1000, 'unixepoch') AS INTEGER) AND product = old.product;
    END;
    CREATE TRIGGER orders_changed_from AFTER UPDATE OF product, quantity, status, paid_at ON orders
        WHEN old.paid_at IS NOT NULL
            AND lower(old.status) NOT IN ('cancelled', 'canceled', 'refunded', 'returned')
    BEGIN
        UPDATE sales SET units = units - old.quantity
        WHERE month = CAST(strftime('%Y%m', old.paid_at / 1000, 'unixepoch') AS INTEGER) AND product = old.product;
    END;
    CREATE TRIGGER orders_changed_to AFTER UPDATE OF product, quantity, status, paid_at ON orders
        WHEN new.paid_at IS NOT NULL
            AND lower(new.status) NOT IN ('cancelled', 'canceled', 'refunded', 'returned')
    BEGIN
        INSERT INTO sales (month, product, units) VALUES (
            CAST(strftime('%Y%m', new.paid_at / 1000, 'unixepoch') AS INTEGER), new.product, new.quantity)
        ON CONFLICT DO UPDATE SET units = units + excluded.units;
    END;

    -- Whose turn it is where several agents have as little to do: the one who got something longest ago.
    CREATE TABLE assignments (
        collection TEXT NOT NULL,
        field TEXT NOT NULL,
        agent TEXT NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (collection, field, agent)
    ) STRICT, WITHOUT ROWID;
    """
