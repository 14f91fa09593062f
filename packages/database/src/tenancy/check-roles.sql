-- Complaints about roles, schemas and functions: $1 = signatures of the gate's functions that the app may call.
WITH role AS (
  SELECT * FROM pg_roles WHERE rolname IN ('shelfcast_app', 'shelfcast_jobs', 'shelfcast_gate')
),
gate AS (
  SELECT p.oid, p.proname || '(' || coalesce((
      SELECT string_agg(format_type(t, NULL), ', ' ORDER BY i)
      FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a (t, i)), '') || ')' AS signature,
    p.prosecdef, p.proowner::regrole::text AS owner, p.proconfig, p.proacl
  FROM pg_proc p WHERE p.pronamespace = 'gate'::regnamespace
)
SELECT rolname || ': is ' || power AS complaint
FROM role, LATERAL (VALUES (rolsuper, 'a superuser'), (rolbypassrls, 'above row-level security'),
  (rolcreaterole, 'allowed to make roles'), (rolcreatedb, 'allowed to make databases'),
  (rolcanlogin AND rolname = 'shelfcast_gate', 'allowed to log in')) AS has (it, power)
WHERE it
UNION ALL
SELECT member::regrole || ': is a member of ' || roleid::regrole
FROM pg_auth_members WHERE member IN (SELECT oid FROM role)
UNION ALL
SELECT 'shelfcast_app: owns ' || count(*) || ' objects' FROM pg_shdepend
WHERE refclassid = 'pg_authid'::regclass AND refobjid = 'shelfcast_app'::regrole AND deptype = 'o'
HAVING count(*) > 0
UNION ALL
SELECT rolname || ': may make objects in the schema ' || nspname
FROM role, pg_namespace
WHERE nspname IN ('shelfcast', 'gate', 'public', 'pgboss') AND has_schema_privilege(role.oid, pg_namespace.oid, 'CREATE')
  AND (rolname, nspname) NOT IN (('shelfcast_gate', 'gate'), ('shelfcast_jobs', 'pgboss'))
UNION ALL
SELECT 'shelfcast_app: reaches the schema pgboss' WHERE has_schema_privilege('shelfcast_app', 'pgboss', 'USAGE')
UNION ALL
SELECT 'shelfcast_jobs: reaches the schema ' || s FROM unnest(ARRAY['shelfcast', 'gate']) AS s
WHERE has_schema_privilege('shelfcast_jobs', s, 'USAGE')
UNION ALL
SELECT 'gate.' || signature || ': is not SECURITY DEFINER of shelfcast_gate'
FROM gate WHERE NOT prosecdef OR owner <> 'shelfcast_gate'
UNION ALL
-- pg_temp last: otherwise a caller's temporary table could stand in for a real one.
SELECT 'gate.' || signature || ': has no pinned search_path that ends with pg_temp'
FROM gate WHERE NOT coalesce(proconfig::text ~ '"search_path=pg_catalog,[^"]*pg_temp"', false)
UNION ALL
SELECT 'gate.' || signature || ': may be executed by PUBLIC'
FROM gate WHERE proacl IS NULL OR EXISTS (SELECT FROM aclexplode(proacl) a WHERE a.grantee = 0)
UNION ALL
SELECT 'gate.' || signature || ': stands in the catalogue, not in src/gate/functions.ts'
FROM gate WHERE has_function_privilege('shelfcast_app', oid, 'EXECUTE') AND signature <> ALL ($1::text[])
UNION ALL
SELECT 'gate.' || s || ': stands in src/gate/functions.ts, not in the catalogue'
FROM unnest($1::text[]) AS s
WHERE NOT EXISTS (SELECT FROM gate WHERE signature = s AND has_function_privilege('shelfcast_app', oid, 'EXECUTE'))
UNION ALL
SELECT p.oid::regprocedure || ': is SECURITY DEFINER outside of the gate'
FROM pg_proc p WHERE p.prosecdef AND p.pronamespace IN ('shelfcast'::regnamespace, 'public'::regnamespace)
ORDER BY complaint
