-- Complaints about tables: $1 = the names of global tables.
WITH relation AS (
  SELECT c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
    c.relname = ANY ($1::text[]) AS is_global,
    CASE WHEN c.relkind IN ('r', 'p') THEN
      has_any_column_privilege('shelfcast_app', c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
        OR has_table_privilege('shelfcast_app', c.oid, 'DELETE') END AS is_granted
  FROM pg_class c
  WHERE c.relnamespace = 'shelfcast'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
),
policy AS (
  SELECT p.polrelid, p.polname, p.polcmd, p.polpermissive,
    pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS checked,
    p.polroles && ARRAY[0::oid, 'shelfcast_app'::regrole::oid] AS is_apps
  FROM pg_policy p
)
SELECT relname || ': is no plain table, so row-level security may not reach through it' AS complaint
FROM relation WHERE relkind NOT IN ('r', 'p')
UNION ALL
SELECT relname || ': row-level security is not enabled and forced'
FROM relation WHERE relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)
  AND NOT (is_global AND NOT is_granted)
UNION ALL
SELECT relname || ': is owned by ' || relowner::regrole
FROM relation WHERE relowner::regrole::text IN ('shelfcast_app', 'shelfcast_jobs', 'shelfcast_gate')
UNION ALL
-- MAINTAIN is no such right: it lets analyse and vacuum a table, never read or change a row.
SELECT relname || ': shelfcast_app may ' || right_name || ', which row-level security does not govern'
FROM relation, unnest(ARRAY['TRUNCATE', 'TRIGGER', 'REFERENCES']) AS right_name
WHERE relkind IN ('r', 'p') AND has_table_privilege('shelfcast_app', oid, right_name)
UNION ALL
SELECT relname || ': is granted to PUBLIC'
FROM relation WHERE EXISTS (
  SELECT FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = relation.oid AND a.grantee = 0)
UNION ALL
SELECT relname || ': shelfcast_jobs has rights on it'
FROM relation WHERE relkind IN ('r', 'p') AND has_any_column_privilege('shelfcast_jobs', oid, 'SELECT, INSERT, UPDATE')
UNION ALL
SELECT relname || ': tenant_id uuid NOT NULL is missing'
FROM relation WHERE NOT is_global AND relkind IN ('r', 'p') AND NOT EXISTS (
  SELECT FROM pg_attribute a WHERE a.attrelid = relation.oid AND a.attname = 'tenant_id' AND a.attnotnull
    AND a.atttypid = 'uuid'::regtype)
UNION ALL
SELECT relname || ': its primary key does not start with tenant_id'
-- Lines of sale have no key: their import's checkpoint says that they stand once (070_light_sale.sql).
FROM relation WHERE NOT is_global AND relkind IN ('r', 'p') AND relname !~ '^sale(_|$)' AND NOT EXISTS (
  SELECT FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.conrelid = relation.oid AND k.contype = 'p' AND a.attname = 'tenant_id')
UNION ALL
SELECT relname || ': has no policy for all commands with USING and WITH CHECK for the current tenant'
FROM relation WHERE NOT is_global AND relkind IN ('r', 'p') AND NOT EXISTS (
  SELECT FROM policy WHERE polrelid = relation.oid AND is_apps AND polcmd = '*' AND polpermissive
    AND qual = '(tenant_id = shelfcast.current_tenant())'
    AND checked = '(tenant_id = ( SELECT shelfcast.current_tenant() AS current_tenant))')
UNION ALL
-- Permissive policies add up: a second one opens what the first one closes.
SELECT relname || ': the policy ' || polname || ' lets shelfcast_app see more than its tenant'
FROM relation JOIN policy ON polrelid = relation.oid
WHERE is_apps AND polpermissive
  AND qual IS DISTINCT FROM CASE WHEN is_global
    THEN '(user_id = shelfcast.current_user_id())' ELSE '(tenant_id = shelfcast.current_tenant())' END
UNION ALL
SELECT g || ': stands on the list of global tables and does not exist'
FROM unnest($1::text[]) AS g WHERE NOT EXISTS (SELECT FROM relation WHERE relname = g)
ORDER BY complaint
