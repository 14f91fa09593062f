-- Answers to writes that carried an Idempotency-Key, so that a repeat gets the first answer and does nothing.

CREATE TABLE shelfcast.idempotency_key (
  tenant_id uuid NOT NULL REFERENCES shelfcast.tenant ON DELETE CASCADE,
  operation text NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  -- Of everything that was asked for; another hash under the same key is another intention.
  request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
  -- Who works on it and until when: a process that died must not hold the key for good.
  worker uuid NOT NULL,
  worked_until timestamptz NOT NULL,
  -- The answer; null while it is worked on.
  status integer,
  location text,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, operation, key)
);
CREATE INDEX idempotency_key_age ON shelfcast.idempotency_key (tenant_id, created_at);
CALL shelfcast.protect('shelfcast.idempotency_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.idempotency_key TO shelfcast_app;

-- Whether the schema is the one a process was written for, for its readiness check.
GRANT SELECT ON shelfcast.schema_migration TO shelfcast_gate;
SET LOCAL ROLE shelfcast_gate;
CREATE FUNCTION gate.applied_migrations() RETURNS TABLE (number integer, checksum text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT m.number, m.checksum FROM shelfcast.schema_migration m ORDER BY m.number;
END;
RESET ROLE;
