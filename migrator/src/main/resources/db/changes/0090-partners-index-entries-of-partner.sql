--liquibase formatted sql
-- Why: a page of a partner's entries, newest first, must not cost what all his entries cost.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0090-partners-index-entries-of-partner labels:expand runInTransaction:false splitStatements:false stripComments:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_partner_ledger_entries_of_partner ON partner_ledger_entries (tenant_id, partner_id, id);

--rollback DROP INDEX CONCURRENTLY ix_partner_ledger_entries_of_partner;
