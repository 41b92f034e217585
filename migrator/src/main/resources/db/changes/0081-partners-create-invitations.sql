--liquibase formatted sql
-- Why: people come to act for a partner by a link that is mailed to them: good once, for seven days, and until it is taken back or
--      a newer one is mailed. What it is checked with stands here, and never the link itself.
-- Phase: expand
-- Rollback: lossy. Links that were mailed open nothing any more.
--changeset dotmac:0081-partners-create-invitations labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_invitations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  email varchar(254) NOT NULL,
  role varchar(20) NOT NULL,
  status varchar(20) NOT NULL,
  secret_digest bytea NOT NULL,
  mailed_count integer NOT NULL,
  mailed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  partner_user_id uuid,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_partner_invitations PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_invitations_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_invitations_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_invitations_partner_user FOREIGN KEY (tenant_id, partner_user_id) REFERENCES partner_users (tenant_id, id),
  CONSTRAINT ck_partner_invitations_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_partner_invitations_role CHECK (role IN ('partner_owner', 'partner_admin', 'account_manager', 'finance')),
  CONSTRAINT ck_partner_invitations_status CHECK (status IN ('pending', 'accepted', 'expired', 'revoked')),
  CONSTRAINT ck_partner_invitations_secret_digest CHECK (octet_length(secret_digest) = 32),
  CONSTRAINT ck_partner_invitations_mailed_count CHECK (mailed_count > 0),
  CONSTRAINT ck_partner_invitations_expires_at CHECK (expires_at > mailed_at),
  CONSTRAINT ck_partner_invitations_end CHECK ((ended_at IS NULL) = (status = 'pending')),
  CONSTRAINT ck_partner_invitations_partner_user CHECK ((partner_user_id IS NOT NULL) = (status = 'accepted'))
);

CREATE UNIQUE INDEX uq_partner_invitations_open ON partner_invitations (tenant_id, partner_id, email) WHERE status = 'pending';
CREATE INDEX ix_partner_invitations_partner ON partner_invitations (tenant_id, partner_id, id);
CREATE INDEX ix_partner_invitations_email ON partner_invitations (tenant_id, partner_id, email, mailed_at);
CREATE INDEX ix_partner_invitations_partner_user ON partner_invitations (tenant_id, partner_user_id);

COMMENT ON TABLE partner_invitations IS 'Who is, or was, invited to act for a partner.';
COMMENT ON COLUMN partner_invitations.secret_digest IS 'SHA-256 of the part that only the last link has, 256 random bits.';
COMMENT ON COLUMN partner_invitations.mailed_count IS 'How often it was mailed.';
COMMENT ON COLUMN partner_invitations.expires_at IS 'From this instant on the link opens nothing.';
COMMENT ON COLUMN partner_invitations.partner_user_id IS 'Who accepted it; NULL: nobody did.';
COMMENT ON COLUMN partner_invitations.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_invitations
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_invitations AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_invitations TO dotmac_app;
GRANT UPDATE (status, secret_digest, mailed_count, mailed_at, expires_at, partner_user_id, ended_at, version) ON partner_invitations TO dotmac_app;

--rollback DROP TABLE partner_invitations;
