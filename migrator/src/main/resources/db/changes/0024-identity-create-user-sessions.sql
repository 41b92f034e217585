--liquibase formatted sql
-- Why: who has signed in stays so for a while, and can be stopped at once: each request with an access token looks here. A
--      session is one family of refresh tokens, of which only the newest opens it.
-- Phase: expand
-- Rollback: lossy. Signs everybody out.
--changeset dotmac:0024-identity-create-user-sessions labels:expand splitStatements:false stripComments:false
CREATE TABLE user_sessions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  family_digest bytea NOT NULL,
  token_digest bytea NOT NULL,
  user_agent varchar(200),
  created_at timestamptz NOT NULL,
  refreshed_at timestamptz NOT NULL,
  idle_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason varchar(20),
  version integer NOT NULL,
  CONSTRAINT pk_user_sessions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_sessions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_sessions_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT ck_user_sessions_family_digest CHECK (octet_length(family_digest) = 32),
  CONSTRAINT ck_user_sessions_token_digest CHECK (octet_length(token_digest) = 32),
  CONSTRAINT ck_user_sessions_expires_at CHECK (created_at < idle_at AND idle_at <= expires_at),
  CONSTRAINT ck_user_sessions_ended_at CHECK (ended_at >= created_at),
  CONSTRAINT ck_user_sessions_end_reason CHECK (
    end_reason IN ('signed_out', 'token_reused', 'password_changed', 'user_disabled', 'password_reset', 'second_factor_reset')),
  CONSTRAINT ck_user_sessions_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX ix_user_sessions_user ON user_sessions (tenant_id, user_id, id);

COMMENT ON TABLE user_sessions IS 'People who signed in, and the one refresh token of each that is still good.';
COMMENT ON COLUMN user_sessions.family_digest IS 'SHA-256 of the part that all refresh tokens of the session share, 128 random bits.';
COMMENT ON COLUMN user_sessions.token_digest IS 'SHA-256 of the part that only the newest refresh token has, 256 random bits.';
COMMENT ON COLUMN user_sessions.user_agent IS 'What the program called itself, for the person to know it again; NULL: nothing.';
COMMENT ON COLUMN user_sessions.refreshed_at IS 'When the newest refresh token was given.';
COMMENT ON COLUMN user_sessions.idle_at IS 'From this instant on the session is over, unless it is refreshed before.';
COMMENT ON COLUMN user_sessions.expires_at IS 'From this instant on the session is over, whatever is done.';
COMMENT ON COLUMN user_sessions.ended_at IS 'From this instant on the session opens nothing; NULL: nobody ended it.';
COMMENT ON COLUMN user_sessions.end_reason IS 'Why it was ended; NULL: nobody ended it.';
COMMENT ON COLUMN user_sessions.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE user_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_sessions
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON user_sessions TO dotmac_app;

--rollback DROP TABLE user_sessions;
