--liquibase formatted sql
-- Why: a key that nobody uses is to be found and revoked. Written at most every five minutes per key, not on each request.
-- Phase: expand
-- Rollback: lossy. Drops when keys were last used.
-- Lint: allow measured-exclusive-lock because a column without default takes it for a moment, and writes no row.
--changeset dotmac:0017-identity-add-last-use labels:expand splitStatements:false stripComments:false
ALTER TABLE api_keys ADD COLUMN last_used_at timestamptz;
COMMENT ON COLUMN api_keys.last_used_at IS 'A use of the key, at most five minutes before its latest; NULL: never used.';

--rollback ALTER TABLE api_keys DROP COLUMN last_used_at;
