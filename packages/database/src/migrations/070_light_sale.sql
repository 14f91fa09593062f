-- Loading a line cost three index entries as wide as itself, and replacing one wrote it and all of them again: most of the time
-- of an import. Lines are only appended now, and what is left of the indexes serves reads by series and by order; an
-- import's own lines stand together, and block ranges find them.

-- As a subselect the tenant is found once for a statement; as a bare call it is found for each row that is written.
CREATE OR REPLACE PROCEDURE shelfcast.protect(protected regclass)
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s USING (tenant_id = shelfcast.current_tenant()) '
    'WITH CHECK (tenant_id = (SELECT shelfcast.current_tenant()))', protected);
END
$$;
DO $$
DECLARE
  protected regclass;
BEGIN
  FOR protected IN SELECT polrelid FROM pg_policy WHERE polname = 'tenant_isolation' LOOP
    EXECUTE format(
      'ALTER POLICY tenant_isolation ON %s WITH CHECK (tenant_id = (SELECT shelfcast.current_tenant()))', protected);
  END LOOP;
END $$;

-- On how many lines of an import that count a location sold something, by day: what the calendar of closed days and the
-- freshness of a location are read from. Counted while lines are written, and when they are hidden or shown again.
CREATE TABLE shelfcast.location_day (
  tenant_id uuid NOT NULL,
  location_id bigint NOT NULL,
  day date NOT NULL,
  import_id bigint NOT NULL,
  lines bigint NOT NULL,
  PRIMARY KEY (tenant_id, location_id, day, import_id),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE
);
CREATE INDEX location_day_import ON shelfcast.location_day (tenant_id, import_id);

-- Which lines a later import replaces, in blocks of 1,024 rows of the file: bit n of block b is row 1024 b + n. A committed
-- import marks every line of its source that it brings again, those that another one has marked, too: so what it has hidden is
-- shown again, or stays hidden by others, when its marks go. Lines themselves are never written again.
CREATE TABLE shelfcast.superseded (
  tenant_id uuid NOT NULL,
  import_id bigint NOT NULL,
  block integer NOT NULL,
  superseded_by bigint NOT NULL,
  rows bit(1024) NOT NULL,
  PRIMARY KEY (tenant_id, import_id, block, superseded_by),
  FOREIGN KEY (tenant_id, import_id) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, superseded_by) REFERENCES shelfcast.import (tenant_id, import_id) ON DELETE CASCADE
);
CREATE INDEX superseded_by ON shelfcast.superseded (tenant_id, superseded_by);

-- Both of what is in the ledger already. The owner, too, sees one tenant's lines at a time. A line bore the first import that
-- had hidden it; those that hid that one's line later are found by the key.
DO $$
DECLARE
  tenants uuid[];
  tenant uuid;
  same_line text;
BEGIN
  SET LOCAL ROLE shelfcast_gate;
  SELECT array_agg(t.tenant_id) INTO tenants FROM gate.tenants() t;
  RESET ROLE;
  FOREACH tenant IN ARRAY coalesce(tenants, '{}') LOOP
    PERFORM set_config('shelfcast.tenant_id', tenant::text, true);
    INSERT INTO shelfcast.location_day (tenant_id, location_id, day, import_id, lines)
    SELECT tenant, t.location_id, s.sold_on, s.import_id, count(*) FILTER (WHERE s.superseded_by IS NULL)
    FROM shelfcast.sale s JOIN shelfcast.series t ON t.tenant_id = tenant AND t.series_id = s.series_id
    WHERE s.tenant_id = tenant AND s.units > 0
    GROUP BY t.location_id, s.sold_on, s.import_id;
    INSERT INTO shelfcast.superseded (tenant_id, import_id, block, superseded_by, rows)
    SELECT tenant, s.import_id, s.row_no >> 10, s.superseded_by, bit_or(set_bit(0::bit(1024), s.row_no & 1023, 1))
    FROM shelfcast.sale s WHERE s.tenant_id = tenant AND s.superseded_by IS NOT NULL
    GROUP BY s.import_id, s.row_no >> 10, s.superseded_by;
    FOREACH same_line IN ARRAY ARRAY[
      'earlier.series_id = later.series_id AND earlier.sold_on = later.sold_on AND earlier.ordinal = later.ordinal
         AND earlier.order_code IS NULL AND later.order_code IS NULL',
      'earlier.order_code = later.order_code AND earlier.line_code = later.line_code',
      'earlier.order_code = later.order_code AND earlier.product_id = later.product_id AND earlier.ordinal = later.ordinal
         AND earlier.line_code IS NULL AND later.line_code IS NULL'] LOOP
      EXECUTE format('INSERT INTO shelfcast.superseded (tenant_id, import_id, block, superseded_by, rows)
        SELECT $1, earlier.import_id, earlier.row_no >> 10, later.import_id,
          bit_or(set_bit(0::bit(1024), earlier.row_no & 1023, 1))
        FROM shelfcast.sale earlier
          JOIN shelfcast.import e ON e.tenant_id = $1 AND e.import_id = earlier.import_id
          JOIN shelfcast.sale later ON later.tenant_id = $1 AND later.source_id = earlier.source_id AND %s
          JOIN shelfcast.import l ON l.tenant_id = $1 AND l.import_id = later.import_id
        WHERE earlier.tenant_id = $1 AND earlier.superseded_by IS NOT NULL
          AND l.state = ''committed'' AND l.finished_at > e.finished_at
        GROUP BY 2, 3, 4
        ON CONFLICT (tenant_id, import_id, block, superseded_by) DO UPDATE SET rows = superseded.rows | EXCLUDED.rows', same_line)
      USING tenant;
    END LOOP;
  END LOOP;
  PERFORM set_config('shelfcast.tenant_id', '', true);
END $$;
CALL shelfcast.protect('shelfcast.location_day');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.location_day TO shelfcast_app;
CALL shelfcast.protect('shelfcast.superseded');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.superseded TO shelfcast_app;

-- A line stands once because its batch and the checkpoint behind it are one transaction: no index has to prove it.
ALTER TABLE shelfcast.sale DROP CONSTRAINT sale_pkey;
DROP INDEX shelfcast.sale_day, shelfcast.sale_order;
-- Marks stand beside the lines now; the index on them goes with the column.
ALTER TABLE shelfcast.sale DROP COLUMN superseded_by;
CREATE INDEX sale_import ON shelfcast.sale USING brin (import_id) WITH (pages_per_range = 32);
-- A series' number is its tenant's alone. The key of lines without an order: source + series + day + the how-manieth.
CREATE INDEX sale_series ON shelfcast.sale (series_id, sold_on);
-- The key of lines with an order: source + order + line, or source + order + product + the how-manieth. Lines of an order
-- share one entry.
CREATE INDEX sale_order ON shelfcast.sale (tenant_id, order_code) WHERE order_code IS NOT NULL;
