--liquibase formatted sql
-- Why: who forgot his password, is invited, or has to show that an address is his, gets a link by mail. Each is good once and
--      for a while; what it is checked with stands here, and never the link itself.
-- Phase: expand
-- Rollback: lossy. Links that were mailed open nothing any more.
--changeset dotmac:0028-identity-create-user-tokens labels:expand splitStatements:false stripComments:false
CREATE TABLE user_tokens (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  purpose varchar(20) NOT NULL,
  email varchar(254) NOT NULL,
  secret_digest bytea NOT NULL,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason varchar(20),
  version integer NOT NULL,
  CONSTRAINT pk_user_tokens PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_tokens_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_tokens_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT ck_user_tokens_purpose CHECK (purpose IN ('password_reset', 'email_verification', 'invitation')),
  CONSTRAINT ck_user_tokens_secret_digest CHECK (octet_length(secret_digest) = 32),
  CONSTRAINT ck_user_tokens_expires_at CHECK (expires_at > issued_at),
  CONSTRAINT ck_user_tokens_end_reason CHECK (end_reason IN ('used', 'replaced')),
  CONSTRAINT ck_user_tokens_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX ix_user_tokens_user ON user_tokens (tenant_id, user_id, purpose, issued_at);
CREATE INDEX ix_user_tokens_expires_at ON user_tokens (tenant_id, expires_at);

COMMENT ON TABLE user_tokens IS 'Links that were mailed to people. A row goes with a later one of the tenant, a day after it expired.';
COMMENT ON COLUMN user_tokens.purpose IS 'What the link is for; for anything else it opens nothing.';
COMMENT ON COLUMN user_tokens.email IS 'Where it was mailed to; it is good while that is the address of the user.';
COMMENT ON COLUMN user_tokens.secret_digest IS 'SHA-256 of the part that only the link has, 256 random bits.';
COMMENT ON COLUMN user_tokens.expires_at IS 'From this instant on the link opens nothing.';
COMMENT ON COLUMN user_tokens.ended_at IS 'From this instant on the link opens nothing; NULL: nothing ended it before its time.';
COMMENT ON COLUMN user_tokens.end_reason IS 'Why it was ended; NULL: nothing ended it.';
COMMENT ON COLUMN user_tokens.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE user_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_tokens
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, DELETE ON user_tokens TO dotmac_app;
GRANT UPDATE (ended_at, end_reason, version) ON user_tokens TO dotmac_app;

--rollback DROP TABLE user_tokens;
