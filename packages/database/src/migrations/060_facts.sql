-- What files say beside sales: products, locations, prices, stock, opening hours, events. Like sales, a fact counts while
-- its import is committed, and of several that speak of the same thing the latest committed import's holds.
-- A location of 0 stands for every location.

ALTER TABLE shelfcast.import ADD COLUMN kind text NOT NULL DEFAULT 'sales'
  CHECK (kind IN ('sales', 'products', 'locations', 'prices', 'stock', 'hours', 'events'));

CREATE TABLE shelfcast.product_fact (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  product_id bigint NOT NULL,
  name text,
  attributes jsonb NOT NULL,
  PRIMARY KEY (tenant_id, product_id, import_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE
);
CREATE INDEX product_fact_import ON shelfcast.product_fact (tenant_id, import_id);
CALL shelfcast.protect('shelfcast.product_fact');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.product_fact TO shelfcast_app;

CREATE TABLE shelfcast.location_fact (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  location_id bigint NOT NULL,
  name text,
  place text,
  attributes jsonb NOT NULL,
  PRIMARY KEY (tenant_id, location_id, import_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE
);
CREATE INDEX location_fact_import ON shelfcast.location_fact (tenant_id, import_id);
CALL shelfcast.protect('shelfcast.location_fact');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.location_fact TO shelfcast_app;

-- What holds now is written to product and location at commit and undo, few rows each: every list reads these, a file of
-- facts is rare. While a file names one, the name that sales gave waits beside it.
ALTER TABLE shelfcast.product ADD COLUMN name_stated boolean NOT NULL DEFAULT false, ADD COLUMN sold_as text;
ALTER TABLE shelfcast.location ADD COLUMN name_stated boolean NOT NULL DEFAULT false, ADD COLUMN sold_as text,
  ADD COLUMN attributes jsonb NOT NULL DEFAULT '{}',
  -- By file; `place` is by hand and goes before it.
  ADD COLUMN place_stated text;

-- Periods, not days: a price that holds for a year is a row. ends_on null = until another row says otherwise.
CREATE TABLE shelfcast.price_fact (
  tenant_id uuid NOT NULL,
  product_id bigint NOT NULL,
  location_id bigint NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  import_id bigint NOT NULL,
  row_no integer NOT NULL,
  drivers jsonb NOT NULL,
  PRIMARY KEY (tenant_id, product_id, import_id, starts_on, row_no, location_id)
) PARTITION BY LIST (tenant_id);
CREATE INDEX price_fact_import ON shelfcast.price_fact (tenant_id, import_id);

-- Stock at the end of a day, by product and location: what was never sold has no series, and gets none for being in stock.
CREATE TABLE shelfcast.stock_fact (
  tenant_id uuid NOT NULL,
  product_id bigint NOT NULL,
  location_id bigint NOT NULL,
  day date NOT NULL,
  import_id bigint NOT NULL,
  -- The last day of which the same is said.
  until date NOT NULL,
  on_hand double precision,
  is_out boolean,
  PRIMARY KEY (tenant_id, product_id, location_id, day, import_id)
) PARTITION BY LIST (tenant_id);
CREATE INDEX stock_fact_import ON shelfcast.stock_fact (tenant_id, import_id);

DO $$
DECLARE parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['price_fact', 'stock_fact'] LOOP
    EXECUTE format('CREATE TABLE shelfcast.%I PARTITION OF shelfcast.%I DEFAULT PARTITION BY HASH (tenant_id)',
      parent || '_pool', parent);
    FOR i IN 0..15 LOOP
      EXECUTE format('CREATE TABLE shelfcast.%I PARTITION OF shelfcast.%I FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
        parent || '_pool_' || i, parent || '_pool', i);
      EXECUTE format('CALL shelfcast.protect(%L)', 'shelfcast.' || parent || '_pool_' || i);
      EXECUTE format('GRANT MAINTAIN ON shelfcast.%I TO shelfcast_app', parent || '_pool_' || i);
    END LOOP;
    EXECUTE format('CALL shelfcast.protect(%L)', 'shelfcast.' || parent || '_pool');
    EXECUTE format('CALL shelfcast.protect(%L)', 'shelfcast.' || parent);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.%I TO shelfcast_app', parent);
  END LOOP;
END $$;

CREATE TABLE shelfcast.hours_fact (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  row_no integer NOT NULL,
  location_id bigint NOT NULL,
  -- 1 = Monday to 7 = Sunday; 0 = the days from starts_on to ends_on, which outweigh weekdays.
  weekday smallint NOT NULL CHECK (weekday BETWEEN 0 AND 7),
  starts_on date,
  ends_on date,
  closed boolean NOT NULL,
  opens text,
  closes text,
  PRIMARY KEY (tenant_id, import_id, row_no, location_id, weekday),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE,
  CHECK (weekday > 0 OR (starts_on IS NOT NULL AND ends_on IS NOT NULL))
);
CALL shelfcast.protect('shelfcast.hours_fact');
GRANT SELECT, INSERT, DELETE ON shelfcast.hours_fact TO shelfcast_app;

-- The days that hours_fact closes, made anew with the calendar of a location: over its sales and two years more.
CREATE TABLE shelfcast.hours_closure (
  tenant_id uuid NOT NULL,
  location_id bigint NOT NULL,
  closed_on date NOT NULL,
  PRIMARY KEY (tenant_id, location_id, closed_on),
  FOREIGN KEY (tenant_id, location_id) REFERENCES shelfcast.location (tenant_id, location_id)
);
CALL shelfcast.protect('shelfcast.hours_closure');
GRANT SELECT, INSERT, DELETE ON shelfcast.hours_closure TO shelfcast_app;

CREATE TABLE shelfcast.event_fact (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  row_no integer NOT NULL,
  location_id bigint NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on >= starts_on),
  yearly boolean NOT NULL,
  PRIMARY KEY (tenant_id, import_id, row_no, location_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE
);
CALL shelfcast.protect('shelfcast.event_fact');
GRANT SELECT, INSERT, DELETE ON shelfcast.event_fact TO shelfcast_app;
