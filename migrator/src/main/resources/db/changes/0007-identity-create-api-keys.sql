--liquibase formatted sql
-- Why: programs call the API with a key. Only a digest of its secret is kept; the key names its tenant, so it is looked up
--      behind row security like everything else.
-- Phase: expand
-- Rollback: lossy. Drops all keys; every caller is shut out.
--changeset dotmac:0007-identity-create-api-keys labels:expand splitStatements:false stripComments:false
CREATE TABLE api_keys (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name varchar(100) NOT NULL,
  prefix varchar(16) NOT NULL,
  secret_digest bytea NOT NULL,
  permissions varchar(50)[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_api_keys PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_api_keys_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_api_keys_prefix UNIQUE (tenant_id, prefix),
  CONSTRAINT ck_api_keys_name CHECK (name <> ''),
  CONSTRAINT ck_api_keys_secret_digest CHECK (octet_length(secret_digest) = 32),
  CONSTRAINT ck_api_keys_expires_at CHECK (expires_at > created_at),
  CONSTRAINT ck_api_keys_revoked_at CHECK (revoked_at >= created_at)
);

COMMENT ON TABLE api_keys IS 'Credentials of programs.';
COMMENT ON COLUMN api_keys.prefix IS 'Public part of the key: finds the row, and tells keys apart in lists and logs.';
COMMENT ON COLUMN api_keys.secret_digest IS 'SHA-256 of the secret part, 256 random bits; the secret itself is shown once and kept nowhere.';
COMMENT ON COLUMN api_keys.permissions IS 'Names of what the key may do, for example partners:read.';
COMMENT ON COLUMN api_keys.expires_at IS 'From this instant on the key is refused; NULL: never.';
COMMENT ON COLUMN api_keys.revoked_at IS 'From this instant on the key is refused; NULL: not revoked.';
COMMENT ON COLUMN api_keys.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON api_keys
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON api_keys TO dotmac_app;

--rollback DROP TABLE api_keys;
