--liquibase formatted sql
-- Why: what a rule said, and when. What was earned names the version it was earned by, so a version is never changed: a new one
--      begins where the one before ends, and at any instant one counts.
-- Phase: expand
-- Rollback: lossy. Drops all that rules say.
--changeset dotmac:0062-partners-create-commission-versions labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_versions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  commission_id uuid NOT NULL,
  number integer NOT NULL,
  effective_from timestamptz NOT NULL,
  effective_to timestamptz,
  model varchar(20) NOT NULL,
  basis varchar(20) NOT NULL,
  rate numeric(9, 6),
  flat_amount bigint,
  currency char(3),
  duration_months integer,
  first_payment_only boolean NOT NULL,
  hold_days integer,
  created_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_commission_versions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_versions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_versions_commission FOREIGN KEY (tenant_id, commission_id) REFERENCES partner_commissions (tenant_id, id),
  CONSTRAINT uq_partner_commission_versions_number UNIQUE (tenant_id, commission_id, number),
  CONSTRAINT ex_partner_commission_versions_period EXCLUDE USING gist (
    tenant_id WITH =, commission_id WITH =, tstzrange(effective_from, effective_to) WITH &&
  ),
  CONSTRAINT ck_partner_commission_versions_number CHECK (number > 0),
  CONSTRAINT ck_partner_commission_versions_period CHECK (effective_to > effective_from),
  CONSTRAINT ck_partner_commission_versions_model CHECK (model IN ('percent', 'flat', 'graduated', 'volume', 'hybrid')),
  CONSTRAINT ck_partner_commission_versions_basis CHECK (basis IN ('invoice', 'month', 'quarter', 'year')),
  CONSTRAINT ck_partner_commission_versions_basis_of_model CHECK (basis = 'invoice' OR model IN ('graduated', 'volume')),
  CONSTRAINT ck_partner_commission_versions_rate CHECK (rate BETWEEN 0 AND 1),
  CONSTRAINT ck_partner_commission_versions_rate_of_model CHECK ((rate IS NOT NULL) = (model IN ('percent', 'hybrid'))),
  CONSTRAINT ck_partner_commission_versions_flat_amount CHECK ((flat_amount IS NOT NULL) = (model IN ('flat', 'hybrid')) AND flat_amount > 0),
  CONSTRAINT ck_partner_commission_versions_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_commission_versions_currency_of_model CHECK ((currency IS NULL) = (model = 'percent')),
  CONSTRAINT ck_partner_commission_versions_duration_months CHECK (duration_months BETWEEN 1 AND 600),
  CONSTRAINT ck_partner_commission_versions_hold_days CHECK (hold_days BETWEEN 0 AND 365)
);

COMMENT ON TABLE partner_commission_versions IS 'What rules of commission say, each from an instant on. Only added; an end is set once.';
COMMENT ON COLUMN partner_commission_versions.number IS 'Place among the versions of the rule, from 1.';
COMMENT ON COLUMN partner_commission_versions.effective_from IS 'First instant at which it counts.';
COMMENT ON COLUMN partner_commission_versions.effective_to IS 'First instant at which it no longer does; NULL: it goes on.';
COMMENT ON COLUMN partner_commission_versions.basis IS 'What tiers are counted over: each invoice by itself, or all of the partner in a period of the tenant''s zone.';
COMMENT ON COLUMN partner_commission_versions.rate IS 'Fraction between 0 and 1 of what was sold without tax.';
COMMENT ON COLUMN partner_commission_versions.flat_amount IS 'Per invoice that is paid in full, in minor units; of one paid in part, as much of it.';
COMMENT ON COLUMN partner_commission_versions.currency IS 'Of all amounts of the version, which then fits only invoices in it; NULL: fits every currency.';
COMMENT ON COLUMN partner_commission_versions.duration_months IS 'For how long from the first payment of a customer on; NULL: without end.';
COMMENT ON COLUMN partner_commission_versions.hold_days IS 'How long what was earned is held; NULL: as the tenant''s settings say.';

ALTER TABLE partner_commission_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_versions
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON partner_commission_versions TO dotmac_app;
GRANT UPDATE (effective_to) ON partner_commission_versions TO dotmac_app;
GRANT SELECT ON partner_commission_versions TO dotmac_readonly;

--rollback DROP TABLE partner_commission_versions;
