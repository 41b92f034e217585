--liquibase formatted sql
-- Why: what a partner has to bring to stand higher in the programme is set by the tenant, and reckoned over the same window for all.
-- Phase: expand
-- Rollback: lossy. Drops the thresholds: partners stay where they stand.
--changeset dotmac:0087-partners-create-tier-programs labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_tier_programs (
  tenant_id uuid NOT NULL,
  currency char(3) NOT NULL,
  window_months integer NOT NULL,
  automatic boolean NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_tier_programs PRIMARY KEY (tenant_id),
  CONSTRAINT fk_partner_tier_programs_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_partner_tier_programs_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_tier_programs_window_months CHECK (window_months BETWEEN 1 AND 60)
);

CREATE TABLE partner_tier_thresholds (
  tenant_id uuid NOT NULL,
  tier varchar(20) NOT NULL,
  collected_amount bigint,
  customers integer,
  CONSTRAINT pk_partner_tier_thresholds PRIMARY KEY (tenant_id, tier),
  CONSTRAINT fk_partner_tier_thresholds_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_partner_tier_thresholds_collected_amount CHECK (collected_amount > 0),
  CONSTRAINT ck_partner_tier_thresholds_customers CHECK (customers > 0),
  CONSTRAINT ck_partner_tier_thresholds_any CHECK (num_nonnulls(collected_amount, customers) > 0)
);

COMMENT ON TABLE partner_tier_programs IS 'How tiers of partners are reckoned; without a row they are not.';
COMMENT ON COLUMN partner_tier_programs.currency IS 'The one currency of what is collected.';
COMMENT ON COLUMN partner_tier_programs.window_months IS 'How far back is looked, from the beginning of the day in the zone of the tenant.';
COMMENT ON COLUMN partner_tier_programs.automatic IS 'Whether partners are moved without anybody.';
COMMENT ON COLUMN partner_tier_programs.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON TABLE partner_tier_thresholds IS 'What a tier asks for, all of it at once. Who has enough for none is bronze.';
COMMENT ON COLUMN partner_tier_thresholds.collected_amount IS 'The least that customers have to have paid in the window, in minor units; NULL: not asked for.';
COMMENT ON COLUMN partner_tier_thresholds.customers IS 'How many customers have to have paid in the window; NULL: not asked for.';

ALTER TABLE partner_tier_programs ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_tier_programs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_tier_programs
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_tier_programs AS RESTRICTIVE
  USING (current_partner_id() IS NULL) WITH CHECK (current_partner_id() IS NULL);
ALTER TABLE partner_tier_thresholds ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_tier_thresholds FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_tier_thresholds
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_tier_thresholds AS RESTRICTIVE
  USING (current_partner_id() IS NULL) WITH CHECK (current_partner_id() IS NULL);

GRANT SELECT, INSERT, UPDATE ON partner_tier_programs TO dotmac_app;
GRANT SELECT ON partner_tier_programs TO dotmac_readonly;
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_tier_thresholds TO dotmac_app;
GRANT SELECT ON partner_tier_thresholds TO dotmac_readonly;

--rollback DROP TABLE partner_tier_thresholds, partner_tier_programs;
