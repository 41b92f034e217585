--liquibase formatted sql
-- Why: who changed what, when and why, written in the transaction of the change itself. The application may add and read
--      rows and never change one. Rows outlive what they speak of, so the resource is named, not referenced.
-- Phase: expand
-- Rollback: lossy. Drops the audit trail.
--changeset dotmac:0005-audit-create-audit-activities labels:expand splitStatements:false stripComments:false
CREATE TABLE audit_activities (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  actor_kind varchar(20) NOT NULL,
  actor_id uuid,
  actor_name varchar(255) NOT NULL,
  action varchar(100) NOT NULL,
  resource_kind varchar(50) NOT NULL,
  resource_id uuid NOT NULL,
  reason varchar(500),
  request_id varchar(64),
  before_state jsonb,
  after_state jsonb,
  CONSTRAINT pk_audit_activities PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_audit_activities_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_audit_activities_actor_kind CHECK (actor_kind IN ('api_key', 'user', 'operator')),
  CONSTRAINT ck_audit_activities_action CHECK (action ~ '^[a-z_]+\.[a-z_]+$')
);

CREATE INDEX ix_audit_activities_resource ON audit_activities (tenant_id, resource_id, id);

COMMENT ON TABLE audit_activities IS 'One row per change; added in the transaction of the change, never altered.';
COMMENT ON COLUMN audit_activities.actor_kind IS 'operator: a person at the command line of the server.';
COMMENT ON COLUMN audit_activities.actor_id IS 'API key or user; NULL for an operator. No foreign key: the row outlives the actor.';
COMMENT ON COLUMN audit_activities.actor_name IS 'Name of the actor at the time of the act.';
COMMENT ON COLUMN audit_activities.action IS 'Kind of resource and verb, for example partner.suspended.';
COMMENT ON COLUMN audit_activities.resource_id IS 'No foreign key: the row outlives the resource.';
COMMENT ON COLUMN audit_activities.before_state IS 'The fields that changed, as they were; NULL when the resource was created.';
COMMENT ON COLUMN audit_activities.after_state IS 'The fields that changed, as they became; NULL when the resource was removed.';

ALTER TABLE audit_activities ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_activities FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON audit_activities
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON audit_activities TO dotmac_app;
GRANT SELECT ON audit_activities TO dotmac_readonly;

--rollback DROP TABLE audit_activities;
