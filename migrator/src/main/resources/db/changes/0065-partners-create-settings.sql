--liquibase formatted sql
-- Why: how a tenant runs its partner programme: how long earnings are held, who approves them, what is too little to be paid out.
-- Phase: expand
-- Rollback: lossy. Drops the settings: the usual ones count again.
--changeset dotmac:0065-partners-create-settings labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_settings (
  tenant_id uuid NOT NULL,
  hold_days integer NOT NULL,
  automatic_approval boolean NOT NULL,
  maker_checker boolean NOT NULL,
  applications_open boolean NOT NULL,
  protection_days integer NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_settings PRIMARY KEY (tenant_id),
  CONSTRAINT fk_partner_settings_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_partner_settings_hold_days CHECK (hold_days BETWEEN 0 AND 365),
  CONSTRAINT ck_partner_settings_protection_days CHECK (protection_days BETWEEN 0 AND 3650)
);

CREATE TABLE partner_payout_minimums (
  tenant_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT pk_partner_payout_minimums PRIMARY KEY (tenant_id, currency),
  CONSTRAINT fk_partner_payout_minimums_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_partner_payout_minimums_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_payout_minimums_amount CHECK (amount > 0)
);

COMMENT ON TABLE partner_settings IS 'How a tenant runs its partner programme; without a row the usual settings count.';
COMMENT ON COLUMN partner_settings.hold_days IS 'How long what was earned is held where the rule does not say.';
COMMENT ON COLUMN partner_settings.automatic_approval IS 'Whether what was held long enough is approved without anybody.';
COMMENT ON COLUMN partner_settings.maker_checker IS 'Whether who makes a payout batch or an adjustment may not be the one who approves it.';
COMMENT ON COLUMN partner_settings.applications_open IS 'Whether anybody may apply to become a partner.';
COMMENT ON COLUMN partner_settings.protection_days IS 'How long a referral keeps others from referring the same prospect.';
COMMENT ON COLUMN partner_settings.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON TABLE partner_payout_minimums IS 'What is too little to be paid out, by currency; without a row nothing is.';
COMMENT ON COLUMN partner_payout_minimums.amount IS 'The least that is paid out, in minor units.';

ALTER TABLE partner_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_settings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_settings
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
ALTER TABLE partner_payout_minimums ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payout_minimums FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_payout_minimums
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON partner_settings TO dotmac_app;
GRANT SELECT ON partner_settings TO dotmac_readonly;
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_payout_minimums TO dotmac_app;
GRANT SELECT ON partner_payout_minimums TO dotmac_readonly;

--rollback DROP TABLE partner_payout_minimums, partner_settings;
