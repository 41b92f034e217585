--liquibase formatted sql
-- Why: work that was planned (renewals, due dates) acts without a person or a key. The trail calls it by its name instead
--      of making an operator of it who was not there.
-- Phase: expand
-- Rollback: reversible. Refused by the constraint while acts of the platform itself are there: no act is ever removed.
-- Lint: allow measured-exclusive-lock because a constraint is taken away and put back in one moment; no row is looked at.
--changeset dotmac:0032-audit-allow-system labels:expand splitStatements:false stripComments:false
ALTER TABLE audit_activities DROP CONSTRAINT ck_audit_activities_actor_kind;
ALTER TABLE audit_activities ADD CONSTRAINT ck_audit_activities_actor_kind
  CHECK (actor_kind IN ('api_key', 'user', 'operator', 'system')) NOT VALID;

COMMENT ON COLUMN audit_activities.actor_kind IS
  'operator: a person at the command line of the server; system: the platform itself, at work that was planned.';

/* liquibase rollback
ALTER TABLE audit_activities DROP CONSTRAINT ck_audit_activities_actor_kind;
ALTER TABLE audit_activities ADD CONSTRAINT ck_audit_activities_actor_kind
  CHECK (actor_kind IN ('api_key', 'user', 'operator')) NOT VALID;
ALTER TABLE audit_activities VALIDATE CONSTRAINT ck_audit_activities_actor_kind;
COMMENT ON COLUMN audit_activities.actor_kind IS 'operator: a person at the command line of the server.';
*/
