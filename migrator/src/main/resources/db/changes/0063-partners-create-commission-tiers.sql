--liquibase formatted sql
-- Why: rates that depend on how much was sold. A tier says only from where on it counts, so that there can be no gap and no overlap.
-- Phase: expand
-- Rollback: lossy. Drops all tiers.
--changeset dotmac:0063-partners-create-commission-tiers labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_tiers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  from_amount bigint NOT NULL,
  rate numeric(9, 6) NOT NULL,
  flat_amount bigint NOT NULL,
  CONSTRAINT pk_partner_commission_tiers PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_tiers_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_tiers_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions (tenant_id, id),
  CONSTRAINT uq_partner_commission_tiers_from_amount UNIQUE (tenant_id, version_id, from_amount),
  CONSTRAINT ck_partner_commission_tiers_from_amount CHECK (from_amount >= 0),
  CONSTRAINT ck_partner_commission_tiers_rate CHECK (rate BETWEEN 0 AND 1),
  CONSTRAINT ck_partner_commission_tiers_flat_amount CHECK (flat_amount >= 0)
);

COMMENT ON TABLE partner_commission_tiers IS 'Tiers of graduated and volume rules.';
COMMENT ON COLUMN partner_commission_tiers.from_amount IS 'What is sold beyond this, up to and with where the next tier begins, is in the tier; minor units of the version''s currency.';
COMMENT ON COLUMN partner_commission_tiers.rate IS 'Fraction between 0 and 1.';
COMMENT ON COLUMN partner_commission_tiers.flat_amount IS 'Earned once the tier is reached, in minor units.';

ALTER TABLE partner_commission_tiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_tiers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_tiers
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON partner_commission_tiers TO dotmac_app;
GRANT SELECT ON partner_commission_tiers TO dotmac_readonly;

--rollback DROP TABLE partner_commission_tiers;
