--liquibase formatted sql
-- Why: people sign in with a password. Its hash has a table of its own, so that whoever reads a user never reads a hash, and
--      the role that only reads has no right on it.
-- Phase: expand
-- Rollback: lossy. Drops every password; nobody can sign in.
--changeset dotmac:0022-identity-create-user-passwords labels:expand splitStatements:false stripComments:false
CREATE TABLE user_passwords (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  hash varchar(200) NOT NULL,
  changed_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_user_passwords PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT fk_user_passwords_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_passwords_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT ck_user_passwords_hash CHECK (hash LIKE '$argon2id$%')
);

COMMENT ON TABLE user_passwords IS 'How people prove who they are. A user without a row cannot sign in with a password.';
COMMENT ON COLUMN user_passwords.hash IS 'Argon2id with its parameters and its salt, in the PHC string format.';
COMMENT ON COLUMN user_passwords.changed_at IS 'When this password was set.';
COMMENT ON COLUMN user_passwords.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE user_passwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_passwords FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_passwords
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON user_passwords TO dotmac_app;

--rollback DROP TABLE user_passwords;
