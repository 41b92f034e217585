--liquibase formatted sql
-- Why: who has lost his authenticator app signs in with one of the codes that he was shown when he turned it on. Each is good
--      once, and only a digest of it is kept.
-- Phase: expand
-- Rollback: lossy. Drops the backup codes; who has lost his app is let in by an administrator only.
--changeset dotmac:0030-identity-create-user-backup-codes labels:expand splitStatements:false stripComments:false
CREATE TABLE user_backup_codes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_digest bytea NOT NULL,
  issued_at timestamptz NOT NULL,
  used_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_user_backup_codes PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_backup_codes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_backup_codes_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT uq_user_backup_codes_code_digest UNIQUE (tenant_id, user_id, code_digest),
  CONSTRAINT ck_user_backup_codes_code_digest CHECK (octet_length(code_digest) = 32)
);

COMMENT ON TABLE user_backup_codes IS 'What stands in for an authenticator app that is lost: ten for each person who has one turned on.';
COMMENT ON COLUMN user_backup_codes.code_digest IS 'SHA-256 of the code, 120 random bits.';
COMMENT ON COLUMN user_backup_codes.issued_at IS 'When the person was shown the code.';
COMMENT ON COLUMN user_backup_codes.used_at IS 'When the code was taken, which happens once; NULL: not yet.';
COMMENT ON COLUMN user_backup_codes.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE user_backup_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_backup_codes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_backup_codes
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON user_backup_codes TO dotmac_app;

--rollback DROP TABLE user_backup_codes;
