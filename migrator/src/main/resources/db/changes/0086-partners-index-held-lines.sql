--liquibase formatted sql
-- Why: a partner asks when the next of what is held is released; that is one look, not a walk through all that he ever earned.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0086-partners-index-held-lines labels:expand runInTransaction:false splitStatements:false stripComments:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_partner_commission_events_held ON partner_commission_events (tenant_id, partner_id, currency, available_at)
  WHERE status = 'pending' AND blocked_at IS NULL;

--rollback DROP INDEX CONCURRENTLY ix_partner_commission_events_held;
