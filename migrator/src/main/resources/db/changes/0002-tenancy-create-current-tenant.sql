--liquibase formatted sql
-- Why: one place that says how a transaction names its tenant. Every row-security policy calls it, the planner inlines
--      it, and without the setting it is NULL: a query then sees nothing and a write is refused.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0002-tenancy-create-current-tenant labels:expand splitStatements:false stripComments:false
CREATE FUNCTION current_tenant_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('dotmac.tenant_id', true), '')::uuid;

COMMENT ON FUNCTION current_tenant_id() IS
  'Tenant of this transaction: the transaction-local setting dotmac.tenant_id, NULL when none is set.';

REVOKE EXECUTE ON FUNCTION current_tenant_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_tenant_id() TO dotmac_app, dotmac_readonly;

--rollback DROP FUNCTION current_tenant_id();
