--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TABLE things ( -- here
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  CONSTRAINT pk_things PRIMARY KEY (tenant_id, id)
);

COMMENT ON TABLE things IS 'Things.';
ALTER TABLE things ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON things USING (tenant_id = current_tenant_id());
GRANT SELECT ON things TO dotmac_app;

--rollback SELECT 1;
