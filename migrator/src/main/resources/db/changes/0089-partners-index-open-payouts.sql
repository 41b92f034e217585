--liquibase formatted sql
-- Why: whoever ends a payout asks whether another of its batch is under way; of ten thousand that have ended, none is to be read for that.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0089-partners-index-open-payouts labels:expand runInTransaction:false splitStatements:false stripComments:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_partner_payouts_open ON partner_payouts (tenant_id, batch_id)
  WHERE status NOT IN ('completed', 'failed', 'cancelled');

--rollback DROP INDEX CONCURRENTLY ix_partner_payouts_open;
