--liquibase formatted sql
-- Why: the people of a partner and what each may do there. One primary contact per partner; an address counts once per
--      partner among those who are active.
-- Phase: expand
-- Rollback: lossy. Drops all partner users.
--changeset dotmac:0010-partners-create-partner-users labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_users (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  user_id uuid,
  first_name varchar(100) NOT NULL,
  last_name varchar(100) NOT NULL,
  email varchar(254) NOT NULL,
  role varchar(20) NOT NULL,
  primary_contact boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deactivated_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_partner_users PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_users_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_users_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_users_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)
    ON DELETE SET NULL (user_id),
  CONSTRAINT ck_partner_users_first_name CHECK (first_name <> ''),
  CONSTRAINT ck_partner_users_last_name CHECK (last_name <> ''),
  CONSTRAINT ck_partner_users_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_partner_users_role CHECK (role IN ('partner_owner', 'partner_admin', 'account_manager', 'finance')),
  CONSTRAINT ck_partner_users_primary_contact CHECK (NOT primary_contact OR deactivated_at IS NULL),
  CONSTRAINT ck_partner_users_deactivated_at CHECK (deactivated_at >= created_at)
);

CREATE UNIQUE INDEX uq_partner_users_email ON partner_users (tenant_id, partner_id, email) WHERE deactivated_at IS NULL;
CREATE UNIQUE INDEX uq_partner_users_primary_contact ON partner_users (tenant_id, partner_id) WHERE primary_contact;
CREATE INDEX ix_partner_users_partner ON partner_users (tenant_id, partner_id, id);
CREATE INDEX ix_partner_users_user ON partner_users (tenant_id, user_id);

COMMENT ON TABLE partner_users IS 'People of a partner.';
COMMENT ON COLUMN partner_users.user_id IS 'The same person as a user of the tenant; NULL: has no login.';
COMMENT ON COLUMN partner_users.role IS 'What this person may do for the partner.';
COMMENT ON COLUMN partner_users.primary_contact IS 'Whom to ask first; at most one per partner.';
COMMENT ON COLUMN partner_users.deactivated_at IS 'From this instant on the person no longer acts for the partner; NULL: still does.';
COMMENT ON COLUMN partner_users.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_users
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON partner_users TO dotmac_app;
GRANT SELECT ON partner_users TO dotmac_readonly;

--rollback DROP TABLE partner_users;
