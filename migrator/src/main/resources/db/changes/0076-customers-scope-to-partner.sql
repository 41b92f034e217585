--liquibase formatted sql
-- Why: people of a partner see the customers whom their partner looks after, or did, and change none. Their contacts are no business
--      of a partner. The owner is not held to it, so that a function of his can say whether a prospect is a customer.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
-- Lint: allow several-exclusive-locks because a policy takes its lock for a moment, and all of them are made or none.
--changeset dotmac:0076-customers-scope-to-partner labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON customers AS RESTRICTIVE TO dotmac_app, dotmac_readonly
  USING (current_partner_id() IS NULL OR EXISTS (
    SELECT FROM partner_accounts a WHERE a.tenant_id = customers.tenant_id AND a.customer_id = customers.id))
  WITH CHECK (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON customer_contacts AS RESTRICTIVE USING (current_partner_id() IS NULL);

/* liquibase rollback
DROP POLICY partner_scope ON customer_contacts;
DROP POLICY partner_scope ON customers;
*/
