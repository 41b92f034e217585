--liquibase formatted sql
-- Why: rare acts, such as a revoked key, must be found in a long trail without reading it.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0016-audit-index-actions labels:expand runInTransaction:false splitStatements:false stripComments:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_audit_activities_action ON audit_activities (tenant_id, action, id);

--rollback DROP INDEX CONCURRENTLY ix_audit_activities_action;
