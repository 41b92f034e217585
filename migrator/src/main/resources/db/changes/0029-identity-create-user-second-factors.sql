--liquibase formatted sql
-- Why: a person may ask that his password alone does not let him in, but only with a code of his authenticator app. The server
--      must read what both share to know the code, so it is kept sealed, with a key that the database does not have.
-- Phase: expand
-- Rollback: lossy. Takes the second factor from everybody; the password alone lets them in again.
--changeset dotmac:0029-identity-create-user-second-factors labels:expand splitStatements:false stripComments:false
CREATE TABLE user_second_factors (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  sealed_secret varchar(1000) NOT NULL,
  enrolled_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  last_step bigint,
  version integer NOT NULL,
  CONSTRAINT pk_user_second_factors PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT fk_user_second_factors_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_second_factors_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT ck_user_second_factors_last_step CHECK ((last_step IS NULL) = (confirmed_at IS NULL))
);

COMMENT ON TABLE user_second_factors IS 'Authenticator apps of people. Who has no row, or an unconfirmed one, signs in with his password alone.';
COMMENT ON COLUMN user_second_factors.sealed_secret IS 'What the app shares with the server, sealed as JWE with a key that is not in the database.';
COMMENT ON COLUMN user_second_factors.enrolled_at IS 'When this secret was made up.';
COMMENT ON COLUMN user_second_factors.confirmed_at IS 'When the person showed that his app has the secret, since when he is asked for a code; NULL: not yet.';
COMMENT ON COLUMN user_second_factors.last_step IS
  'Number of the 30 seconds since 1970 whose code was taken last: no code of these, nor of earlier ones, is taken again.';
COMMENT ON COLUMN user_second_factors.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE user_second_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_second_factors FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_second_factors
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON user_second_factors TO dotmac_app;

--rollback DROP TABLE user_second_factors;
