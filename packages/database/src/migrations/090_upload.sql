-- Files that arrive in pieces, over hours, broken lines and restarts, until they are whole and become imports.

CREATE TABLE shelfcast.upload (
  tenant_id uuid NOT NULL REFERENCES shelfcast.tenant ON DELETE CASCADE,
  upload_id uuid NOT NULL,
  -- Taken at the start, so that the blob has its place from the first byte, and finishing twice makes one import.
  import_id bigint NOT NULL,
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  file_bytes bigint NOT NULL CHECK (file_bytes > 0),
  blob_key text NOT NULL,
  -- What is wanted of the import.
  mapping jsonb,
  review boolean NOT NULL,
  forecast boolean NOT NULL,
  -- How the client knows the file again, after a reload or on another day.
  fingerprint text CHECK (length(fingerprint) BETWEEN 1 AND 400),
  -- Where the store takes parts by itself (S3): its number for them, and the size of each but the last.
  multipart_id text,
  part_bytes bigint CHECK (part_bytes > 0),
  -- Durable from the file's beginning on. Of parts in a store, the store knows.
  received_bytes bigint NOT NULL DEFAULT 0,
  -- Who writes it and until when, should nothing more be heard: two writers must not meet in one file.
  writer uuid,
  writing_until timestamptz,
  created_by text,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- When a byte came last: what nobody goes on with is removed some days later.
  touched_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, upload_id),
  CHECK (received_bytes BETWEEN 0 AND file_bytes),
  CHECK ((multipart_id IS NULL) = (part_bytes IS NULL))
);
-- The same file on its way twice is one upload.
CREATE UNIQUE INDEX upload_fingerprint ON shelfcast.upload (tenant_id, fingerprint) WHERE finished_at IS NULL;
CREATE INDEX upload_touched ON shelfcast.upload (touched_at);
CALL shelfcast.protect('shelfcast.upload');
GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.upload TO shelfcast_app;

-- A file that came in pieces is hashed by the worker, in one pass over the whole: null until then.
ALTER TABLE shelfcast.import ALTER COLUMN content_sha256 DROP NOT NULL;

-- Whole and not yet an import (the process ended between the two), or left alone for a week, finished or not.
CREATE POLICY gate_reads ON shelfcast.upload FOR SELECT TO shelfcast_gate USING (true);
GRANT SELECT (tenant_id, upload_id, file_bytes, received_bytes, touched_at, finished_at)
  ON shelfcast.upload TO shelfcast_gate;
SET LOCAL ROLE shelfcast_gate;
CREATE FUNCTION gate.uploads_to_settle() RETURNS TABLE (tenant_id uuid, upload_id uuid, is_whole boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT u.tenant_id, u.upload_id, u.finished_at IS NULL AND u.received_bytes = u.file_bytes FROM shelfcast.upload u
  WHERE u.touched_at < now() - interval '7 days'
    OR (u.finished_at IS NULL AND u.received_bytes = u.file_bytes AND u.touched_at < now() - interval '1 minute')
  ORDER BY u.touched_at;
END;
RESET ROLE;
