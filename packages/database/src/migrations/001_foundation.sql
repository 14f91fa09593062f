-- The ground rules of tenancy. Everything after this file stands on shelfcast.protect().

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

GRANT USAGE ON SCHEMA shelfcast TO shelfcast_app, shelfcast_gate;

-- The tenant of this transaction. NULL when unset or left empty by an earlier transaction: no row equals NULL,
-- so a connection without a tenant sees nothing.
CREATE FUNCTION shelfcast.current_tenant() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('shelfcast.tenant_id', true), '')::uuid;

-- The user of this transaction, for the few tables that belong to a person and not to a tenant.
CREATE FUNCTION shelfcast.current_user_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('shelfcast.user_id', true), '')::uuid;

-- Puts a tenant's table under row-level security, for its owner too. Grants nothing: each migration grants the verbs it needs.
CREATE PROCEDURE shelfcast.protect(protected regclass)
LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', protected);
  EXECUTE format(
    'CREATE POLICY tenant_isolation ON %s USING (tenant_id = shelfcast.current_tenant()) '
    'WITH CHECK (tenant_id = shelfcast.current_tenant())', protected);
END
$$;

-- Functions that must work before a tenant is known. They belong to shelfcast_gate, which sees rows only through
-- policies that name it, and they return ids only. Made by: SET LOCAL ROLE shelfcast_gate; CREATE FUNCTION …; RESET ROLE.
CREATE SCHEMA gate AUTHORIZATION shelfcast_gate;
SET LOCAL ROLE shelfcast_gate;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO shelfcast_app;
GRANT USAGE ON SCHEMA gate TO shelfcast_app;
RESET ROLE;

-- pg-boss makes and migrates its own tables here.
CREATE SCHEMA pgboss AUTHORIZATION shelfcast_jobs;

CREATE TABLE shelfcast.tenant (
  tenant_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  time_zone text NOT NULL DEFAULT 'UTC',
  currency text CHECK (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  -- When its rows moved into partitions of its own; null for most.
  promoted_at timestamptz
);
CALL shelfcast.protect('shelfcast.tenant');
GRANT SELECT, INSERT, UPDATE ON shelfcast.tenant TO shelfcast_app;
