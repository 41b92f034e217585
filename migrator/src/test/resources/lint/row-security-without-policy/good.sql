--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE POLICY tenant_isolation ON items USING (tenant_id = current_tenant_id());
ALTER TABLE items ENABLE ROW LEVEL SECURITY;

--rollback SELECT 1;
