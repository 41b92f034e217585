--liquibase formatted sql
-- Why: tiers that are counted over a month, a quarter or a year need to know what was sold in it so far.
-- Phase: expand
-- Rollback: lossy. Drops the sums of periods.
--changeset dotmac:0069-partners-create-commission-pools labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_pools (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  version_id uuid NOT NULL,
  currency char(3) NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  base_amount bigint NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT pk_partner_commission_pools PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_pools_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_pools_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_commission_pools_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions (tenant_id, id),
  CONSTRAINT uq_partner_commission_pools_period UNIQUE (tenant_id, partner_id, version_id, currency, from_at),
  CONSTRAINT ck_partner_commission_pools_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_commission_pools_period CHECK (to_at > from_at),
  CONSTRAINT ck_partner_commission_pools_base_amount CHECK (base_amount >= 0),
  CONSTRAINT ck_partner_commission_pools_amount CHECK (amount >= 0)
);

CREATE INDEX ix_partner_commission_pools_version ON partner_commission_pools (tenant_id, version_id);

COMMENT ON TABLE partner_commission_pools IS 'What a partner sold under one version of a rule in one period.';
COMMENT ON COLUMN partner_commission_pools.from_at IS 'First instant of the period, in the zone that the tenant had then.';
COMMENT ON COLUMN partner_commission_pools.to_at IS 'First instant after it.';
COMMENT ON COLUMN partner_commission_pools.base_amount IS 'What was sold without tax and is paid, in minor units.';
COMMENT ON COLUMN partner_commission_pools.amount IS 'What is earned by it, in minor units.';

ALTER TABLE partner_commission_pools ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_pools FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_pools
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_commission_pools AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_commission_pools TO dotmac_app;
GRANT UPDATE (base_amount, amount) ON partner_commission_pools TO dotmac_app;
GRANT SELECT ON partner_commission_pools TO dotmac_readonly;

--rollback DROP TABLE partner_commission_pools;
