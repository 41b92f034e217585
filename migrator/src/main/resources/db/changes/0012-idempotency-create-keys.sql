--liquibase formatted sql
-- Why: a caller who got no answer repeats his request with the same key, and must get the answer of the first instead of a
--      second effect. The row is written in the transaction of the effect, so there are both or neither.
-- Phase: expand
-- Rollback: lossy. Drops the stored answers; a request repeated after that takes effect once more.
--changeset dotmac:0012-idempotency-create-keys labels:expand splitStatements:false stripComments:false
CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL,
  credential varchar(60) NOT NULL,
  route varchar(200) NOT NULL,
  key varchar(255) NOT NULL,
  fingerprint varchar(64) NOT NULL,
  status integer NOT NULL,
  etag varchar(50),
  location varchar(2000),
  body varchar(1048576),
  expires_at timestamptz NOT NULL,
  CONSTRAINT pk_idempotency_keys PRIMARY KEY (tenant_id, credential, route, key),
  CONSTRAINT fk_idempotency_keys_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_idempotency_keys_fingerprint CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  CONSTRAINT ck_idempotency_keys_status CHECK (status BETWEEN 200 AND 499)
);

CREATE INDEX ix_idempotency_keys_expiry ON idempotency_keys (tenant_id, expires_at);

COMMENT ON TABLE idempotency_keys IS 'Answers to requests with an Idempotency-Key, to be given again.';
COMMENT ON COLUMN idempotency_keys.credential IS 'Kind and identifier of who sent the request. No foreign key: credentials are of several kinds.';
COMMENT ON COLUMN idempotency_keys.route IS 'Method and template of the address, for example POST /api/v1/partners.';
COMMENT ON COLUMN idempotency_keys.key IS 'The key as the caller chose it.';
COMMENT ON COLUMN idempotency_keys.fingerprint IS 'SHA-256 of address and body, in hexadecimal: tells a repeated request from another one.';
COMMENT ON COLUMN idempotency_keys.body IS 'The body of the answer as it was sent; NULL: it had none.';
COMMENT ON COLUMN idempotency_keys.expires_at IS 'From this instant on the row is as if it were not there, and is removed by and by.';

ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON idempotency_keys
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO dotmac_app;
GRANT SELECT ON idempotency_keys TO dotmac_readonly;

--rollback DROP TABLE idempotency_keys;
