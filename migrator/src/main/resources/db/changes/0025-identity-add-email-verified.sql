--liquibase formatted sql
-- Why: whether the address is the person's own was shown once, and is asked again when the address changes.
-- Phase: expand
-- Rollback: lossy. Forgets whose address was verified.
-- Lint: allow measured-exclusive-lock because a column without default takes it for a moment, and writes no row.
--changeset dotmac:0025-identity-add-email-verified labels:expand splitStatements:false stripComments:false
ALTER TABLE users ADD COLUMN email_verified_at timestamptz;
COMMENT ON COLUMN users.email_verified_at IS 'When the person showed that the address is his; NULL: not yet.';

--rollback ALTER TABLE users DROP COLUMN email_verified_at;
