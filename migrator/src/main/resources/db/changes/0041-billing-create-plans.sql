--liquibase formatted sql
-- Why: a price of a product for a cycle. Subscriptions stand on it, so nobody, not even the application, can change its
--      price, currency or cycle: another price is another plan.
-- Phase: expand
-- Rollback: lossy. Drops all plans.
--changeset dotmac:0041-billing-create-plans labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_plans (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  code varchar(50) NOT NULL,
  name varchar(255) NOT NULL,
  unit_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  cycle varchar(20) NOT NULL,
  trial_days integer NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_plans PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_plans_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_billing_plans_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products (tenant_id, id),
  CONSTRAINT ck_billing_plans_unit_amount CHECK (unit_amount >= 0),
  CONSTRAINT ck_billing_plans_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_billing_plans_cycle CHECK (cycle IN ('monthly', 'quarterly', 'annual')),
  CONSTRAINT ck_billing_plans_trial_days CHECK (trial_days BETWEEN 0 AND 365),
  CONSTRAINT uq_billing_plans_code UNIQUE (tenant_id, code),
  CONSTRAINT ck_billing_plans_code CHECK (code ~ '^[a-z0-9][a-z0-9._-]*$'),
  CONSTRAINT ck_billing_plans_name CHECK (name <> ''),
  CONSTRAINT ck_billing_plans_status CHECK (status IN ('active', 'archived'))
);

CREATE INDEX ix_billing_plans_status ON billing_plans (tenant_id, status, id);
CREATE INDEX ix_billing_plans_product ON billing_plans (tenant_id, product_id, id);

COMMENT ON TABLE billing_plans IS 'Prices of products, each for a cycle.';
COMMENT ON COLUMN billing_plans.code IS 'What systems call it; unique in the tenant, stays taken after archiving, never changed.';
COMMENT ON COLUMN billing_plans.unit_amount IS 'Price of one for a whole cycle in minor units, before discount and tax; 0 is a price. Never changed.';
COMMENT ON COLUMN billing_plans.currency IS 'ISO 4217 code. Never changed.';
COMMENT ON COLUMN billing_plans.cycle IS 'How long the period is that the price is for. Never changed.';
COMMENT ON COLUMN billing_plans.trial_days IS 'Days for which a new subscription costs nothing.';
COMMENT ON COLUMN billing_plans.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_plans.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE billing_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_plans FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_plans
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON billing_plans TO dotmac_app;
GRANT UPDATE (name, trial_days, status, updated_at, version) ON billing_plans TO dotmac_app;
GRANT SELECT ON billing_plans TO dotmac_readonly;

--rollback DROP TABLE billing_plans;
