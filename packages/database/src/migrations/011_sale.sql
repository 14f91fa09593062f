-- Sale lines: append-only by import. A line counts while its import is committed and no later one holds its key.
-- By tenant: a list partition for each promoted tenant, and the rest in 16 hash partitions.

CREATE TABLE shelfcast.sale (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  -- Its row in the file: with the import its identity, so that no row can stand here twice.
  row_no integer NOT NULL,
  source_id integer NOT NULL,
  -- How many lines of this file up to here have the same key, this one included: equal lines are real.
  ordinal integer NOT NULL,
  -- No foreign keys: a check a row would cost more than the row; ids are resolved in the transaction that writes.
  series_id bigint NOT NULL,
  product_id bigint NOT NULL,
  sold_on date NOT NULL,
  returned_on date,
  units double precision NOT NULL,
  revenue numeric(20, 6),
  -- The import that holds this line's key now; null = this one.
  superseded_by bigint,
  unit text NOT NULL,
  currency text,
  order_code text,
  line_code text,
  PRIMARY KEY (tenant_id, import_id, row_no)
) PARTITION BY LIST (tenant_id);
-- Reading a series by day, and the key of lines without an order: source + series + day + the how-manieth.
CREATE INDEX sale_day ON shelfcast.sale (tenant_id, series_id, sold_on, import_id, ordinal);
-- The key of lines with an order: source + order + line, or source + order + product + the how-manieth.
CREATE INDEX sale_order ON shelfcast.sale (tenant_id, source_id, order_code, product_id, import_id, ordinal)
  WHERE order_code IS NOT NULL;
-- What an undo has to bring back.
CREATE INDEX sale_superseded ON shelfcast.sale (tenant_id, superseded_by) WHERE superseded_by IS NOT NULL;

DO $$
BEGIN
  CREATE TABLE shelfcast.sale_pool PARTITION OF shelfcast.sale DEFAULT PARTITION BY HASH (tenant_id);
  FOR i IN 0..15 LOOP
    EXECUTE format('CREATE TABLE shelfcast.%I PARTITION OF shelfcast.sale_pool FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      'sale_pool_' || i, i);
    EXECUTE format('CALL shelfcast.protect(%L)', 'shelfcast.sale_pool_' || i);
  END LOOP;
END $$;
CALL shelfcast.protect('shelfcast.sale_pool');
CALL shelfcast.protect('shelfcast.sale');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.sale TO shelfcast_app;

-- Days that a file says a location was closed. They count while their import is committed.
CREATE TABLE shelfcast.stated_closure (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  location_id bigint NOT NULL,
  closed_on date NOT NULL,
  PRIMARY KEY (tenant_id, import_id, location_id, closed_on),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE
);
CALL shelfcast.protect('shelfcast.stated_closure');
GRANT SELECT, INSERT, DELETE ON shelfcast.stated_closure TO shelfcast_app;

-- The calendar that holds now: what was stated, and what was inferred. Made anew for a location when its sales change.
CREATE TABLE shelfcast.closure (
  tenant_id uuid NOT NULL,
  location_id bigint NOT NULL,
  closed_on date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('stated', 'inferred')),
  PRIMARY KEY (tenant_id, location_id, closed_on),
  FOREIGN KEY (tenant_id, location_id) REFERENCES shelfcast.location (tenant_id, location_id)
);
CALL shelfcast.protect('shelfcast.closure');
GRANT SELECT, INSERT, DELETE ON shelfcast.closure TO shelfcast_app;

-- What drives sales and is known ahead (price, promotion), for a series on a day, past and planned. The latest
-- committed import that says something about a series and day holds.
CREATE TABLE shelfcast.driver (
  tenant_id uuid NOT NULL,
  series_id bigint NOT NULL,
  day date NOT NULL,
  import_id bigint NOT NULL,
  known jsonb NOT NULL,
  PRIMARY KEY (tenant_id, series_id, day, import_id)
) PARTITION BY LIST (tenant_id);
CREATE INDEX driver_import ON shelfcast.driver (tenant_id, import_id);
DO $$
BEGIN
  CREATE TABLE shelfcast.driver_pool PARTITION OF shelfcast.driver DEFAULT PARTITION BY HASH (tenant_id);
  FOR i IN 0..15 LOOP
    EXECUTE format('CREATE TABLE shelfcast.%I PARTITION OF shelfcast.driver_pool FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
      'driver_pool_' || i, i);
    EXECUTE format('CALL shelfcast.protect(%L)', 'shelfcast.driver_pool_' || i);
  END LOOP;
END $$;
CALL shelfcast.protect('shelfcast.driver_pool');
CALL shelfcast.protect('shelfcast.driver');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.driver TO shelfcast_app;
