--liquibase formatted sql
-- Why: a person may come with a token of an OpenID provider that the installation trusts. Who he is here is said by an
--      administrator, once, by the provider's name for him; each request with such a token looks here.
-- Phase: expand
-- Rollback: lossy. Forgets who is who at the providers; nobody comes in with their tokens.
--changeset dotmac:0031-identity-create-user-identities labels:expand splitStatements:false stripComments:false
CREATE TABLE user_identities (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  issuer varchar(255) NOT NULL,
  subject varchar(255) NOT NULL,
  linked_at timestamptz NOT NULL,
  linked_by_kind varchar(20) NOT NULL,
  linked_by_id uuid,
  linked_by_name varchar(255) NOT NULL,
  CONSTRAINT pk_user_identities PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_identities_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_identities_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT uq_user_identities_subject UNIQUE (tenant_id, issuer, subject),
  CONSTRAINT ck_user_identities_issuer CHECK (issuer <> '' AND issuer !~ '[[:cntrl:]]'),
  CONSTRAINT ck_user_identities_subject CHECK (subject <> '' AND subject !~ '[[:cntrl:]]'),
  CONSTRAINT ck_user_identities_linked_by_kind CHECK (linked_by_kind IN ('api_key', 'user', 'operator', 'system'))
);

CREATE INDEX ix_user_identities_user ON user_identities (tenant_id, user_id, id);

COMMENT ON TABLE user_identities IS 'Who people are at OpenID providers. Added and removed, never changed.';
COMMENT ON COLUMN user_identities.issuer IS 'Name of the provider, to the letter as in iss of its tokens.';
COMMENT ON COLUMN user_identities.subject IS 'Name of the person there, to the letter as in sub.';
COMMENT ON COLUMN user_identities.linked_by_kind IS 'What sort of actor linked it.';
COMMENT ON COLUMN user_identities.linked_by_id IS 'API key or user; NULL for an operator. No foreign key: the row outlives the actor.';
COMMENT ON COLUMN user_identities.linked_by_name IS 'Name of the actor at that moment.';

ALTER TABLE user_identities ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_identities FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_identities
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, DELETE ON user_identities TO dotmac_app;
GRANT SELECT ON user_identities TO dotmac_readonly;

--rollback DROP TABLE user_identities;
