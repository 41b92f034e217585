--liquibase formatted sql
-- Why: what people of a partner do is in the trail, which they do not read. The function that links an act works for the whole tenant,
--      whoever the act was done for.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
--changeset dotmac:0132-audit-scope-to-partner labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON audit_activities AS RESTRICTIVE
  USING (current_partner_id() IS NULL) WITH CHECK (true);
CREATE POLICY partner_scope ON audit_chain_heads AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON audit_chain_links AS RESTRICTIVE USING (current_partner_id() IS NULL);
ALTER FUNCTION link_audit_activity_at_commit() SET dotmac.partner_id = '';

/* liquibase rollback
ALTER FUNCTION link_audit_activity_at_commit() RESET dotmac.partner_id;
DROP POLICY partner_scope ON audit_chain_links;
DROP POLICY partner_scope ON audit_chain_heads;
DROP POLICY partner_scope ON audit_activities;
*/
