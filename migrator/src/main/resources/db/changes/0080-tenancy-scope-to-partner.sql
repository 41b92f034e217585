--liquibase formatted sql
-- Why: what stands around every request: people of a partner have mails written and read none, draw no numbers, and are given again
--      only the answers that were given for their partner. The route of such an answer ends in his identifier.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
-- Lint: allow several-exclusive-locks because a policy takes its lock for a moment, and all of them are made or none.
--changeset dotmac:0080-tenancy-scope-to-partner labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON communication_messages AS RESTRICTIVE
  USING (current_partner_id() IS NULL) WITH CHECK (true);
CREATE POLICY partner_scope ON idempotency_keys AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR right(route, 36) = current_partner_id()::text);
CREATE POLICY partner_scope ON number_series AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON tenants AS RESTRICTIVE USING (true) WITH CHECK (current_partner_id() IS NULL);

/* liquibase rollback
DROP POLICY partner_scope ON tenants;
DROP POLICY partner_scope ON number_series;
DROP POLICY partner_scope ON idempotency_keys;
DROP POLICY partner_scope ON communication_messages;
*/
