-- A forecast run of one tenant, its shards, and the pointer to the run that is served.

CREATE TABLE shelfcast.run (
  tenant_id uuid NOT NULL REFERENCES shelfcast.tenant (tenant_id),
  run_id bigint GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'extracting', 'training', 'forecasting',
    'reconciling', 'publishing', 'published', 'failed', 'cancelled')),
  frequency text NOT NULL CHECK (frequency IN ('D', 'W', 'M')),
  horizon integer NOT NULL CHECK (horizon BETWEEN 1 AND 366),
  season integer NOT NULL CHECK (season >= 1),
  origins integer NOT NULL CHECK (origins >= 1),
  quantiles double precision[] NOT NULL,
  -- The last day of the last whole period that is known; extract finds it.
  origin_on date,
  series_total integer,
  series_done integer NOT NULL DEFAULT 0,
  failures jsonb NOT NULL DEFAULT '{}',
  accuracy jsonb,
  manifest_key text,
  export_key text,
  requested_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  failure jsonb,
  -- When its items and summaries were removed from what can be read; its files stay.
  retired_at timestamptz,
  -- Who works on it and until when, should nothing more be heard. Fences writes of a worker that was taken for dead.
  lease_owner uuid,
  lease_until timestamptz,
  -- Workers in a row that went away without finishing a shard.
  takeovers integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, run_id)
);
CREATE INDEX run_unfinished ON shelfcast.run (lease_until)
  WHERE state NOT IN ('published', 'failed', 'cancelled');
CALL shelfcast.protect('shelfcast.run');
GRANT SELECT, INSERT, UPDATE ON shelfcast.run TO shelfcast_app;

CREATE TABLE shelfcast.run_shard (
  tenant_id uuid NOT NULL,
  run_id bigint NOT NULL,
  shard_no integer NOT NULL,
  level text NOT NULL CHECK (level IN ('series', 'location', 'total')),
  series_count integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'forecast', 'published', 'failed')),
  -- The attempt whose result counts: the first valid one.
  attempt integer,
  counts jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, run_id, shard_no),
  FOREIGN KEY (tenant_id, run_id) REFERENCES shelfcast.run (tenant_id, run_id)
);
CALL shelfcast.protect('shelfcast.run_shard');
GRANT SELECT, INSERT, UPDATE ON shelfcast.run_shard TO shelfcast_app;

-- One authoritative pointer a tenant. It only ever grows, whoever writes it: the trigger sees to that.
CREATE TABLE shelfcast.run_pointer (
  tenant_id uuid PRIMARY KEY,
  run_id bigint NOT NULL,
  advanced_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, run_id) REFERENCES shelfcast.run (tenant_id, run_id)
);
CALL shelfcast.protect('shelfcast.run_pointer');
GRANT SELECT, INSERT, UPDATE ON shelfcast.run_pointer TO shelfcast_app;

CREATE FUNCTION shelfcast.run_pointer_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.run_id < OLD.run_id THEN
    RAISE EXCEPTION 'The pointer of a tenant never goes back (from run % to %).', OLD.run_id, NEW.run_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER run_pointer_only_grows BEFORE UPDATE ON shelfcast.run_pointer
  FOR EACH ROW EXECUTE FUNCTION shelfcast.run_pointer_only_grows();

-- Runs nobody works on: queued and never taken (their job was lost), or left by a worker that died.
CREATE POLICY gate_reads ON shelfcast.run FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT ON shelfcast.run TO shelfcast_gate;
SET LOCAL ROLE shelfcast_gate;
CREATE FUNCTION gate.unfinished_runs() RETURNS TABLE (tenant_id uuid, run_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT r.tenant_id, r.run_id FROM shelfcast.run r
  WHERE r.state NOT IN ('published', 'failed', 'cancelled') AND (r.lease_until IS NULL OR r.lease_until < now())
  ORDER BY r.run_id
$$;
RESET ROLE;
