--liquibase formatted sql
-- Why: people of a partner see and change what is their partner's, whatever the application forgets; of the rules of commission they
--      read those that they see the head of, and of the programme how it is run. Whom they look after others decide.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
-- Lint: allow several-exclusive-locks because a policy takes its lock for a moment, and all of them are made or none.
--changeset dotmac:0075-partners-scope-to-partner labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON partners AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR id = current_partner_id());
CREATE POLICY partner_scope ON partner_users AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id());
CREATE POLICY partner_scope ON partner_accounts AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON partner_commission_versions AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR EXISTS (
    SELECT FROM partner_commissions r WHERE r.tenant_id = partner_commission_versions.tenant_id AND r.id = commission_id))
  WITH CHECK (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON partner_commission_tiers AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR EXISTS (
    SELECT FROM partner_commission_versions v WHERE v.tenant_id = partner_commission_tiers.tenant_id AND v.id = version_id))
  WITH CHECK (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON partner_commission_scopes AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR EXISTS (
    SELECT FROM partner_commission_versions v WHERE v.tenant_id = partner_commission_scopes.tenant_id AND v.id = version_id))
  WITH CHECK (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON partner_settings AS RESTRICTIVE
  USING (true) WITH CHECK (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON partner_payout_minimums AS RESTRICTIVE USING (current_partner_id() IS NULL);

/* liquibase rollback
DROP POLICY partner_scope ON partner_payout_minimums;
DROP POLICY partner_scope ON partner_settings;
DROP POLICY partner_scope ON partner_commission_scopes;
DROP POLICY partner_scope ON partner_commission_tiers;
DROP POLICY partner_scope ON partner_commission_versions;
DROP POLICY partner_scope ON partner_accounts;
DROP POLICY partner_scope ON partner_users;
DROP POLICY partner_scope ON partners;
*/
