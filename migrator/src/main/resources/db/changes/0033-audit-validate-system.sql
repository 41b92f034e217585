--liquibase formatted sql
-- Why: the check of the change before holds for new acts at once; this looks through the old ones, while others write.
-- Phase: expand
-- Rollback: reversible.
--changeset dotmac:0033-audit-validate-system labels:expand splitStatements:false stripComments:false
ALTER TABLE audit_activities VALIDATE CONSTRAINT ck_audit_activities_actor_kind;

/* liquibase rollback
ALTER TABLE audit_activities DROP CONSTRAINT ck_audit_activities_actor_kind;
ALTER TABLE audit_activities ADD CONSTRAINT ck_audit_activities_actor_kind
  CHECK (actor_kind IN ('api_key', 'user', 'operator', 'system')) NOT VALID;
*/
