--liquibase formatted sql
-- Why: one tenant may be the platform's own, the organisation of the operator: its credentials look after all tenants. So it
--      is never suspended, or nobody could resume anybody. And tenants are changed from now on: the application says
--      which it is, and its slug, when it registers one, and cannot say otherwise later.
-- Phase: expand
-- Rollback: lossy. Forgets which tenant is the platform's own.
-- Lint: allow check-without-not-valid because the registry is small, and no row of it can break a rule about a new column.
-- Lint: allow measured-exclusive-lock because it lasts as long as reading the few rows of the registry.
-- Lint: allow revoke-in-expand because no release before this change has ever changed a tenant.
--changeset dotmac:0018-tenancy-add-platform labels:expand splitStatements:false stripComments:false
ALTER TABLE tenants
  ADD COLUMN platform boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT ck_tenants_platform CHECK (NOT platform OR status = 'active');
COMMENT ON COLUMN tenants.platform IS 'Whether this is the platform''s own tenant; at most one is.';

REVOKE UPDATE ON tenants FROM dotmac_app;
GRANT UPDATE (name, status, time_zone, default_currency, updated_at, version) ON tenants TO dotmac_app;

/* liquibase rollback
REVOKE UPDATE (name, status, time_zone, default_currency, updated_at, version) ON tenants FROM dotmac_app;
GRANT UPDATE ON tenants TO dotmac_app;
ALTER TABLE tenants DROP COLUMN platform;
*/
