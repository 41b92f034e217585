--liquibase formatted sql
-- Why: who signs in is found before a request is for a partner; after that nobody of a partner has to see logins, keys and roles,
--      not even his own.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow measured-exclusive-lock because a policy takes it for a moment, and reads no row.
-- Lint: allow several-exclusive-locks because a policy takes its lock for a moment, and all of them are made or none.
--changeset dotmac:0078-identity-hide-from-partners labels:expand splitStatements:false stripComments:false
CREATE POLICY partner_scope ON api_keys AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON roles AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON sign_in_attempts AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_backup_codes AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_identities AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_passwords AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_roles AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_second_factors AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_sessions AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON user_tokens AS RESTRICTIVE USING (current_partner_id() IS NULL);
CREATE POLICY partner_scope ON users AS RESTRICTIVE USING (current_partner_id() IS NULL);

/* liquibase rollback
DROP POLICY partner_scope ON users;
DROP POLICY partner_scope ON user_tokens;
DROP POLICY partner_scope ON user_sessions;
DROP POLICY partner_scope ON user_second_factors;
DROP POLICY partner_scope ON user_roles;
DROP POLICY partner_scope ON user_passwords;
DROP POLICY partner_scope ON user_identities;
DROP POLICY partner_scope ON user_backup_codes;
DROP POLICY partner_scope ON sign_in_attempts;
DROP POLICY partner_scope ON roles;
DROP POLICY partner_scope ON api_keys;
*/
