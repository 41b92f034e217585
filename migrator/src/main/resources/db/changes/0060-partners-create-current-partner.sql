--liquibase formatted sql
-- Why: people of a partner see what is their partner's and nothing else, whatever the application forgets. As with the tenant, one
--      place says how a transaction names the partner; without the setting the back office works, and sees the whole tenant.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0060-partners-create-current-partner labels:expand splitStatements:false stripComments:false
CREATE FUNCTION current_partner_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('dotmac.partner_id', true), '')::uuid;

COMMENT ON FUNCTION current_partner_id() IS
  'Partner that this transaction is for: the transaction-local setting dotmac.partner_id; NULL: not for one, but for the tenant.';

REVOKE EXECUTE ON FUNCTION current_partner_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_partner_id() TO dotmac_app, dotmac_readonly;

--rollback DROP FUNCTION current_partner_id();
