-- A look before the leap: an import may wait, surveyed, for a person to say that it is to be loaded.

ALTER TABLE shelfcast.import DROP CONSTRAINT import_state_check;
ALTER TABLE shelfcast.import ADD CONSTRAINT import_state_check CHECK (state IN
  ('queued', 'surveying', 'surveyed', 'loading', 'committed', 'failed', 'undone', 'unchanged', 'discarded'));
-- Whether it is to wait once it is surveyed.
ALTER TABLE shelfcast.import ADD COLUMN review boolean NOT NULL DEFAULT false;
-- What the file holds, or why that can't be told yet, with its first rows.
ALTER TABLE shelfcast.import ADD COLUMN survey jsonb;

DROP INDEX shelfcast.import_unfinished;
CREATE INDEX import_unfinished ON shelfcast.import (lease_until) WHERE state IN ('queued', 'surveying', 'loading');

SET LOCAL ROLE shelfcast_gate;
CREATE OR REPLACE FUNCTION gate.unfinished_imports() RETURNS TABLE (tenant_id uuid, import_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT i.tenant_id, i.import_id FROM shelfcast.import i
  WHERE i.state IN ('queued', 'surveying', 'loading') AND (i.lease_until IS NULL OR i.lease_until < now())
  ORDER BY i.import_id;
END;
RESET ROLE;
