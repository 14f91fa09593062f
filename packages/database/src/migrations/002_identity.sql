-- Who may come in: people, their roles in tenants, their sessions, and the keys of programs.

CREATE TABLE shelfcast.app_user (
  user_id uuid PRIMARY KEY,
  email citext NOT NULL UNIQUE CHECK (email <> ''),
  name text NOT NULL,
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE shelfcast.app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE shelfcast.app_user FORCE ROW LEVEL SECURITY;
-- A person belongs to no tenant: whoever is signed in sees their own row.
CREATE POLICY self ON shelfcast.app_user
  USING (user_id = shelfcast.current_user_id()) WITH CHECK (user_id = shelfcast.current_user_id());
CREATE POLICY gate ON shelfcast.app_user FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.app_user TO shelfcast_app;
GRANT SELECT (user_id, email) ON shelfcast.app_user TO shelfcast_gate;

CREATE TABLE shelfcast.membership (
  tenant_id uuid NOT NULL REFERENCES shelfcast.tenant ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES shelfcast.app_user ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'planner', 'viewer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX membership_user ON shelfcast.membership (user_id);
CALL shelfcast.protect('shelfcast.membership');
CREATE POLICY gate ON shelfcast.membership FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.membership TO shelfcast_app;
GRANT SELECT (tenant_id, user_id, created_at) ON shelfcast.membership TO shelfcast_gate;

-- A session belongs to a person; it names the tenant they work in now. The cookie's value is never stored, only its hash.
CREATE TABLE shelfcast.session (
  session_hash bytea PRIMARY KEY CHECK (length(session_hash) = 32),
  user_id uuid NOT NULL REFERENCES shelfcast.app_user ON DELETE CASCADE,
  tenant_id uuid NOT NULL,
  data jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  -- Leaving a tenant ends the sessions in it.
  FOREIGN KEY (tenant_id, user_id) REFERENCES shelfcast.membership ON DELETE CASCADE
);
CREATE INDEX session_user_expiry ON shelfcast.session (user_id, expires_at);
CREATE INDEX session_membership ON shelfcast.session (tenant_id, user_id);
ALTER TABLE shelfcast.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE shelfcast.session FORCE ROW LEVEL SECURITY;
CREATE POLICY self ON shelfcast.session
  USING (user_id = shelfcast.current_user_id()) WITH CHECK (user_id = shelfcast.current_user_id());
CREATE POLICY gate ON shelfcast.session FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.session TO shelfcast_app;
GRANT SELECT (session_hash, user_id, tenant_id, expires_at) ON shelfcast.session TO shelfcast_gate;

CREATE TABLE shelfcast.api_key (
  tenant_id uuid NOT NULL REFERENCES shelfcast.tenant ON DELETE CASCADE,
  key_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  -- The public beginning of the key, to recognise it by in a list.
  prefix text NOT NULL,
  key_hash bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'write', 'admin'] AND cardinality(scopes) > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (tenant_id, key_id)
);
CALL shelfcast.protect('shelfcast.api_key');
CREATE POLICY gate ON shelfcast.api_key FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT, INSERT, UPDATE ON shelfcast.api_key TO shelfcast_app;
GRANT SELECT (tenant_id, key_id, key_hash, revoked_at) ON shelfcast.api_key TO shelfcast_gate;

CREATE POLICY gate ON shelfcast.tenant FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT (tenant_id, created_at) ON shelfcast.tenant TO shelfcast_gate;
