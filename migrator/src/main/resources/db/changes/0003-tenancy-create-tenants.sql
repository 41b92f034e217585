--liquibase formatted sql
-- Why: an organisation that uses the platform; all other data belongs to one. The registry is not tenant-owned, yet it is
--      behind row security too: a transaction sees its own tenant, and the one whose slug it names before it knows the id.
-- Phase: expand
-- Rollback: lossy. Drops all tenants.
--changeset dotmac:0003-tenancy-create-tenants labels:expand splitStatements:false stripComments:false
CREATE TABLE tenants (
  id uuid NOT NULL,
  slug varchar(63) NOT NULL,
  name varchar(255) NOT NULL,
  status varchar(20) NOT NULL,
  time_zone varchar(64) NOT NULL,
  default_currency char(3) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_tenants PRIMARY KEY (id),
  CONSTRAINT uq_tenants_slug UNIQUE (slug),
  CONSTRAINT ck_tenants_slug CHECK (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
  CONSTRAINT ck_tenants_name CHECK (name <> ''),
  CONSTRAINT ck_tenants_status CHECK (status IN ('active', 'suspended')),
  CONSTRAINT ck_tenants_default_currency CHECK (default_currency ~ '^[A-Z]{3}$')
);

COMMENT ON TABLE tenants IS 'Organisations that use the platform: the registry, not tenant-owned.';
COMMENT ON COLUMN tenants.slug IS 'Name in addresses and commands; a DNS label.';
COMMENT ON COLUMN tenants.status IS 'suspended: every credential of the tenant is refused at once.';
COMMENT ON COLUMN tenants.time_zone IS 'IANA zone that decides the days and months of this tenant.';
COMMENT ON COLUMN tenants.default_currency IS 'ISO 4217 code used where a request names none.';
COMMENT ON COLUMN tenants.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenants USING (id = current_tenant_id()) WITH CHECK (id = current_tenant_id());
CREATE POLICY presented_slug ON tenants FOR SELECT USING (slug = current_setting('dotmac.tenant_slug', true));

GRANT SELECT, INSERT, UPDATE ON tenants TO dotmac_app;
GRANT SELECT ON tenants TO dotmac_readonly;

--rollback DROP TABLE tenants;
