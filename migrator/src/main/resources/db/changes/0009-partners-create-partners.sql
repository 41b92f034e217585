--liquibase formatted sql
-- Why: companies that bring and look after customers and earn commission. A name is taken only while its holder is not
--      archived; an external id likewise is the tenant's own key.
-- Phase: expand
-- Rollback: lossy. Drops all partners.
--changeset dotmac:0009-partners-create-partners labels:expand splitStatements:false stripComments:false
CREATE TABLE partners (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number varchar(20) NOT NULL,
  company_name varchar(255) NOT NULL,
  legal_name varchar(255),
  website varchar(255),
  status varchar(20) NOT NULL,
  tier varchar(20) NOT NULL,
  commission_model varchar(20) NOT NULL,
  default_commission_rate numeric(9, 6),
  primary_email varchar(254) NOT NULL,
  billing_email varchar(254),
  phone varchar(30),
  country char(2),
  external_id varchar(100),
  metadata jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partners PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partners_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_partners_number UNIQUE (tenant_id, number),
  CONSTRAINT uq_partners_external_id UNIQUE (tenant_id, external_id),
  CONSTRAINT ck_partners_company_name CHECK (company_name <> ''),
  CONSTRAINT ck_partners_status CHECK (status IN ('pending', 'active', 'suspended', 'terminated', 'archived')),
  CONSTRAINT ck_partners_tier CHECK (tier IN ('bronze', 'silver', 'gold', 'platinum', 'direct')),
  CONSTRAINT ck_partners_commission_model CHECK (commission_model IN ('revenue_share', 'flat_fee', 'tiered', 'hybrid')),
  CONSTRAINT ck_partners_default_commission_rate CHECK (default_commission_rate BETWEEN 0 AND 1),
  CONSTRAINT ck_partners_primary_email CHECK (primary_email = lower(primary_email) AND primary_email LIKE '%_@_%'),
  CONSTRAINT ck_partners_billing_email CHECK (billing_email = lower(billing_email) AND billing_email LIKE '%_@_%'),
  CONSTRAINT ck_partners_country CHECK (country ~ '^[A-Z]{2}$'),
  CONSTRAINT ck_partners_metadata CHECK (jsonb_typeof(metadata) = 'object')
);

CREATE UNIQUE INDEX uq_partners_company_name ON partners (tenant_id, lower(company_name)) WHERE status <> 'archived';
CREATE INDEX ix_partners_status ON partners (tenant_id, status, id);

COMMENT ON TABLE partners IS 'Companies that bring customers and earn commission.';
COMMENT ON COLUMN partners.number IS 'Number for people, PTR-000042; unique in the tenant.';
COMMENT ON COLUMN partners.default_commission_rate IS 'Fraction between 0 and 1 (0.15 is 15 %) used where no rule says otherwise; NULL: none agreed, 0: agreed to be nothing.';
COMMENT ON COLUMN partners.primary_email IS 'Whom to write to, in lower case.';
COMMENT ON COLUMN partners.billing_email IS 'Where statements go, in lower case; NULL: to primary_email.';
COMMENT ON COLUMN partners.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN partners.external_id IS 'Id of this partner in a system of the tenant; unique in the tenant.';
COMMENT ON COLUMN partners.metadata IS 'Names and texts of the tenant''s own; the platform never computes with them.';
COMMENT ON COLUMN partners.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partners ENABLE ROW LEVEL SECURITY;
ALTER TABLE partners FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partners
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON partners TO dotmac_app;
GRANT SELECT ON partners TO dotmac_readonly;

--rollback DROP TABLE partners;
