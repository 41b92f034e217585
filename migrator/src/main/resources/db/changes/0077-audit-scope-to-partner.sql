--liquibase formatted sql
-- Why: what people of a partner do is in the trail, which they do not read. The owner is not held to it: his function
--      links each act, whoever it was done for.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
-- Lint: allow several-exclusive-locks because a policy takes its lock for a moment, and all of them are made or none.
--changeset dotmac:0077-audit-scope-to-partner labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON audit_activities AS RESTRICTIVE TO dotmac_app, dotmac_readonly
  USING (current_partner_id() IS NULL) WITH CHECK (true);
CREATE POLICY partner_scope ON audit_chain_heads AS RESTRICTIVE TO dotmac_app, dotmac_readonly
  USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON audit_chain_links AS RESTRICTIVE TO dotmac_app, dotmac_readonly
  USING (current_partner_id() IS NULL);

/* liquibase rollback
DROP POLICY partner_scope ON audit_chain_links;
DROP POLICY partner_scope ON audit_chain_heads;
DROP POLICY partner_scope ON audit_activities;
*/
