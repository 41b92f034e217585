--liquibase formatted sql
-- Why: the people of a tenant. A partner's contact may be one of them; signing in comes with its own change.
-- Phase: expand
-- Rollback: lossy. Drops all users.
--changeset dotmac:0006-identity-create-users labels:expand splitStatements:false stripComments:false
CREATE TABLE users (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  email varchar(254) NOT NULL,
  display_name varchar(200) NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_users PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_users_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_users_email UNIQUE (tenant_id, email),
  CONSTRAINT ck_users_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_users_display_name CHECK (display_name <> ''),
  CONSTRAINT ck_users_status CHECK (status IN ('active', 'disabled'))
);

COMMENT ON TABLE users IS 'People of a tenant.';
COMMENT ON COLUMN users.email IS 'Lower case; at most 254 characters, the longest address that mail can carry (RFC 5321).';
COMMENT ON COLUMN users.status IS 'disabled: may not be chosen for anything new.';
COMMENT ON COLUMN users.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON users
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON users TO dotmac_app;
GRANT SELECT ON users TO dotmac_readonly;

--rollback DROP TABLE users;
