-- Limits on guessing passwords, by email and by network address. Both are kept as hashes only.

CREATE TABLE shelfcast.sign_in_attempt (
  kind text NOT NULL CHECK (kind IN ('email', 'address')),
  key_hash bytea NOT NULL CHECK (length(key_hash) = 32),
  attempts integer NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz,
  PRIMARY KEY (kind, key_hash)
);
CREATE INDEX sign_in_attempt_last ON shelfcast.sign_in_attempt (last_at);
ALTER TABLE shelfcast.sign_in_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE shelfcast.sign_in_attempt FORCE ROW LEVEL SECURITY;
-- Nobody but the gate comes here: the attempt is made before anybody is known.
CREATE POLICY gate ON shelfcast.sign_in_attempt TO shelfcast_gate USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.sign_in_attempt TO shelfcast_gate;

SET LOCAL ROLE shelfcast_gate;

-- Counts one attempt on one key, unless it is blocked: then it answers for how many seconds more. From the limit-th on each
-- attempt blocks the next, 15 s and twice as long each time, up to 15 minutes. A quiet hour forgets everything.
CREATE FUNCTION gate.count_attempt(wanted_kind text, wanted bytea, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  known shelfcast.sign_in_attempt;
BEGIN
  INSERT INTO shelfcast.sign_in_attempt AS a (kind, key_hash, attempts, last_at)
  VALUES (wanted_kind, wanted, 0, now()) ON CONFLICT DO NOTHING;
  -- The lock lets attempts that arrive together be counted one after the other.
  SELECT * INTO STRICT known FROM shelfcast.sign_in_attempt a
  WHERE a.kind = wanted_kind AND a.key_hash = wanted FOR UPDATE;
  IF known.blocked_until > clock_timestamp() THEN
    RETURN ceil(extract(epoch FROM known.blocked_until - clock_timestamp()));
  END IF;
  IF known.last_at < clock_timestamp() - interval '1 hour' THEN
    known.attempts := 0;
  END IF;
  known.attempts := known.attempts + 1;
  UPDATE shelfcast.sign_in_attempt a SET
    attempts = known.attempts,
    last_at = clock_timestamp(),
    blocked_until = CASE WHEN known.attempts >= most THEN
      clock_timestamp() + least(15 * 2 ^ least(known.attempts - most, 10), 900) * interval '1 second' END
  WHERE a.kind = wanted_kind AND a.key_hash = wanted;
  RETURN 0;
END
$$;
-- Only for the function below.
REVOKE EXECUTE ON FUNCTION gate.count_attempt FROM shelfcast_app;

CREATE FUNCTION gate.sign_in_attempt(email bytea, address bytea) RETURNS TABLE (wait_seconds integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  DELETE FROM shelfcast.sign_in_attempt a WHERE a.ctid = ANY (ARRAY(
    SELECT old.ctid FROM shelfcast.sign_in_attempt old WHERE old.last_at < now() - interval '1 day'
    ORDER BY old.last_at LIMIT 100 FOR UPDATE SKIP LOCKED));
  -- An office shares one address: it has more attempts than one email.
  wait_seconds := gate.count_attempt('email', email, 5);
  IF wait_seconds = 0 THEN
    wait_seconds := gate.count_attempt('address', address, 50);
  END IF;
  RETURN NEXT;
END
$$;

CREATE FUNCTION gate.sign_in_succeeded(email bytea, address bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  DELETE FROM shelfcast.sign_in_attempt a WHERE a.kind = 'email' AND a.key_hash = email;
  UPDATE shelfcast.sign_in_attempt a SET attempts = greatest(a.attempts - 1, 0), blocked_until = NULL
  WHERE a.kind = 'address' AND a.key_hash = address;
END;

RESET ROLE;
