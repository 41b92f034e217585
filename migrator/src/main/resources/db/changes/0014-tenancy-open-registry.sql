--liquibase formatted sql
-- Why: an operator's command that goes through all tenants must learn which there are. A transaction that says so sees the
--      registry, and of the tenants' data still nothing: every other table asks for the one tenant of the transaction.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
--changeset dotmac:0014-tenancy-open-registry labels:expand splitStatements:false stripComments:false
CREATE POLICY open_registry ON tenants FOR SELECT USING (current_setting('dotmac.tenant_registry', true) = 'open');

--rollback DROP POLICY open_registry ON tenants;
