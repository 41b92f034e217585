--liquibase formatted sql
-- Why: whom the tenant pinned to a tier, nothing but people move.
-- Phase: expand
-- Rollback: lossy. Drops the pins.
-- Lint: allow measured-exclusive-lock because a column without a default writes the catalogue only, and the change does nothing else.
--changeset dotmac:0091-partners-add-tier-pin labels:expand splitStatements:false stripComments:false
ALTER TABLE partners ADD COLUMN tier_pinned_at timestamptz;

COMMENT ON COLUMN partners.tier_pinned_at IS 'Since when only people change the tier; NULL: the numbers do.';

--rollback ALTER TABLE partners DROP COLUMN tier_pinned_at;
