-- What a tenant's sales are like to forecast from: made by the worker whenever the ledger has changed, and read as it stands.

CREATE TABLE shelfcast.data_health (
  tenant_id uuid PRIMARY KEY REFERENCES shelfcast.tenant (tenant_id),
  -- Grows with every change of what counts in the ledger, in the transaction that changes it.
  ledger_revision bigint NOT NULL DEFAULT 0,
  -- The revision the report was made from; smaller than the ledger's: a newer one is to be made.
  made_revision bigint NOT NULL DEFAULT 0,
  made_at timestamptz,
  report jsonb
);
CREATE INDEX data_health_stale ON shelfcast.data_health (tenant_id) WHERE made_revision < ledger_revision;

-- Tenants that had sales before this table was there: only the gate sees the imports of all of them.
GRANT INSERT ON shelfcast.data_health TO shelfcast_gate;
SET LOCAL ROLE shelfcast_gate;
INSERT INTO shelfcast.data_health (tenant_id, ledger_revision)
SELECT DISTINCT tenant_id, 1 FROM shelfcast.import WHERE state IN ('committed', 'undone');
RESET ROLE;
REVOKE INSERT ON shelfcast.data_health FROM shelfcast_gate;

CALL shelfcast.protect('shelfcast.data_health');
GRANT SELECT, INSERT, UPDATE ON shelfcast.data_health TO shelfcast_app;

CREATE FUNCTION shelfcast.ledger_has_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO shelfcast.data_health (tenant_id, ledger_revision) VALUES (coalesce(NEW.tenant_id, OLD.tenant_id), 1)
  ON CONFLICT (tenant_id) DO UPDATE SET ledger_revision = data_health.ledger_revision + 1;
  RETURN NULL;
END $$;
-- Whatever commits or undoes an import can't forget it.
CREATE TRIGGER ledger_has_changed AFTER UPDATE OF state ON shelfcast.import
  FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state AND (OLD.state = 'committed' OR NEW.state = 'committed'))
  EXECUTE FUNCTION shelfcast.ledger_has_changed();
-- Stated closures and the place decide which days without sales are gaps.
CREATE TRIGGER ledger_has_changed AFTER INSERT OR DELETE ON shelfcast.calendar_event
  FOR EACH ROW EXECUTE FUNCTION shelfcast.ledger_has_changed();
CREATE TRIGGER ledger_has_changed AFTER UPDATE OF place ON shelfcast.tenant
  FOR EACH ROW WHEN (OLD.place IS DISTINCT FROM NEW.place) EXECUTE FUNCTION shelfcast.ledger_has_changed();
CREATE TRIGGER ledger_has_changed AFTER UPDATE OF place ON shelfcast.location
  FOR EACH ROW WHEN (OLD.place IS DISTINCT FROM NEW.place) EXECUTE FUNCTION shelfcast.ledger_has_changed();

-- Tenants whose report is older than their ledger.
CREATE POLICY gate_reads ON shelfcast.data_health FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT (tenant_id, ledger_revision, made_revision) ON shelfcast.data_health TO shelfcast_gate;
SET LOCAL ROLE shelfcast_gate;
CREATE FUNCTION gate.stale_data_health() RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT h.tenant_id FROM shelfcast.data_health h WHERE h.made_revision < h.ledger_revision ORDER BY h.tenant_id;
END;
RESET ROLE;
