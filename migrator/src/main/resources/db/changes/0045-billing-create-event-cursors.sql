--liquibase formatted sql
-- Why: a consumer of facts acts once per fact, however often it is told. How far it was told is kept here and moved in the
--      transaction of what it does.
-- Phase: expand
-- Rollback: lossy. Forgets how far consumers were told; applied again, they are told everything anew.
--changeset dotmac:0045-billing-create-event-cursors labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_event_cursors (
  tenant_id uuid NOT NULL,
  consumer varchar(50) NOT NULL,
  last_position bigint NOT NULL,
  CONSTRAINT pk_billing_event_cursors PRIMARY KEY (tenant_id, consumer),
  CONSTRAINT fk_billing_event_cursors_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_billing_event_cursors_last_position CHECK (last_position >= 0)
);

COMMENT ON TABLE billing_event_cursors IS 'How far each consumer was told the facts of a tenant; its row is locked while it is told.';
COMMENT ON COLUMN billing_event_cursors.last_position IS 'Position of the last fact that was told; 0: none yet.';

ALTER TABLE billing_event_cursors ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_event_cursors FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_event_cursors
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON billing_event_cursors TO dotmac_app;
GRANT SELECT ON billing_event_cursors TO dotmac_readonly;

--rollback DROP TABLE billing_event_cursors;
