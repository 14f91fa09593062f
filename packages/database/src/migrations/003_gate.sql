-- What may be asked before a tenant is known. Listed in src/gate/functions.ts; a test compares the two.
SET LOCAL ROLE shelfcast_gate;

CREATE FUNCTION gate.user_by_email(wanted text) RETURNS TABLE (user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT u.user_id FROM shelfcast.app_user u WHERE u.email = wanted::public.citext;
END;

CREATE FUNCTION gate.tenants_of_user(wanted uuid) RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT m.tenant_id FROM shelfcast.membership m WHERE m.user_id = wanted ORDER BY m.created_at, m.tenant_id;
END;

CREATE FUNCTION gate.tenant_of_key(wanted bytea) RETURNS TABLE (tenant_id uuid, key_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT k.tenant_id, k.key_id FROM shelfcast.api_key k WHERE k.key_hash = wanted AND k.revoked_at IS NULL;
END;

CREATE FUNCTION gate.owner_of_session(wanted bytea) RETURNS TABLE (user_id uuid, tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT s.user_id, s.tenant_id FROM shelfcast.session s WHERE s.session_hash = wanted AND s.expires_at > now();
END;

-- For work that goes through every tenant: recovering leases after a restart, cleaning up.
CREATE FUNCTION gate.tenants() RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT t.tenant_id FROM shelfcast.tenant t ORDER BY t.created_at, t.tenant_id;
END;

RESET ROLE;
