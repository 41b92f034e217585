--liquibase formatted sql
-- Why: whoever guesses passwords has to wait, longer each time. Counted for the address that was typed, whether or not a user
--      has it: the work is the same for both, so neither the answer nor its time tells who exists.
-- Phase: expand
-- Rollback: lossy. Forgets the guesses, and lets the locked try again.
--changeset dotmac:0023-identity-create-sign-in-attempts labels:expand splitStatements:false stripComments:false
CREATE TABLE sign_in_attempts (
  tenant_id uuid NOT NULL,
  email_digest varchar(64) NOT NULL,
  failures integer NOT NULL,
  locked_until timestamptz,
  expires_at timestamptz NOT NULL,
  CONSTRAINT pk_sign_in_attempts PRIMARY KEY (tenant_id, email_digest),
  CONSTRAINT fk_sign_in_attempts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_sign_in_attempts_email_digest CHECK (email_digest ~ '^[0-9a-f]{64}$'),
  CONSTRAINT ck_sign_in_attempts_failures CHECK (failures >= 0)
);

CREATE INDEX ix_sign_in_attempts_expiry ON sign_in_attempts (tenant_id, expires_at);

COMMENT ON TABLE sign_in_attempts IS 'Guesses at passwords since the last sign-in, for each address that was tried.';
COMMENT ON COLUMN sign_in_attempts.email_digest IS 'SHA-256 of the address in lower case, in hexadecimal: strangers'' addresses are not kept.';
COMMENT ON COLUMN sign_in_attempts.failures IS 'Attempts that did not succeed, and those that are being checked.';
COMMENT ON COLUMN sign_in_attempts.locked_until IS 'Before this instant no password is tried; NULL: not locked.';
COMMENT ON COLUMN sign_in_attempts.expires_at IS 'From this instant on the row is as if it were not there, and is removed by and by.';

ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON sign_in_attempts
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts TO dotmac_app;

--rollback DROP TABLE sign_in_attempts;
