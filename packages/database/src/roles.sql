-- Run by the owner (CREATEROLE, no superuser needed), again and again.
-- Passwords of the two login roles are set by whoever runs the server, never here.
DO $$
BEGIN
  -- Serves the product. Owns nothing and has no BYPASSRLS: row-level security always holds for it.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelfcast_app') THEN
    CREATE ROLE shelfcast_app LOGIN NOINHERIT;
  END IF;
  -- Runs pg-boss, in a schema of its own; sees no table of ours.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelfcast_jobs') THEN
    CREATE ROLE shelfcast_jobs LOGIN NOINHERIT;
  END IF;
  -- Owns the functions of the schema gate. Nobody logs in as it.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shelfcast_gate') THEN
    CREATE ROLE shelfcast_gate NOLOGIN NOINHERIT;
  END IF;
  -- A migration makes gate functions by SET LOCAL ROLE; it must not hold the gate's rights otherwise (INHERIT FALSE).
  IF NOT pg_has_role(current_user, 'shelfcast_gate', 'SET') THEN
    EXECUTE format('GRANT shelfcast_gate TO %I WITH SET TRUE, INHERIT FALSE', current_user);
  END IF;
  IF NOT pg_has_role(current_user, 'shelfcast_jobs', 'SET') THEN
    EXECUTE format('GRANT shelfcast_jobs TO %I WITH SET TRUE, INHERIT FALSE', current_user);
  END IF;
END
$$;
