--liquibase formatted sql
-- Why: "what did this key do" is the first question after a leak, and is asked of a long trail.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0015-audit-index-actors labels:expand runInTransaction:false splitStatements:false stripComments:false
CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_audit_activities_actor ON audit_activities (tenant_id, actor_id, id);

--rollback DROP INDEX CONCURRENTLY ix_audit_activities_actor;
