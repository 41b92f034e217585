--liquibase formatted sql
-- Why: discounts on lines of a product or a plan, for a time, for everybody or for one customer. What a rule is about stays
--      as it is; a line keeps the discount that it was priced with.
-- Phase: expand
-- Rollback: lossy. Drops all pricing rules.
--changeset dotmac:0042-billing-create-pricing-rules labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_pricing_rules (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid,
  plan_id uuid,
  customer_id uuid,
  name varchar(255) NOT NULL,
  min_quantity numeric(18, 6) NOT NULL,
  discount_rate numeric(9, 6) NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  priority integer NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_pricing_rules PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_billing_pricing_rules_product
    FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products (tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES billing_plans (tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_customer
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT ck_billing_pricing_rules_scope CHECK (num_nonnulls(product_id, plan_id) = 1),
  CONSTRAINT ck_billing_pricing_rules_name CHECK (name <> ''),
  CONSTRAINT ck_billing_pricing_rules_min_quantity CHECK (min_quantity >= 0),
  CONSTRAINT ck_billing_pricing_rules_discount_rate CHECK (discount_rate BETWEEN 0 AND 1),
  CONSTRAINT ck_billing_pricing_rules_period CHECK (ends_at > starts_at),
  CONSTRAINT ck_billing_pricing_rules_status CHECK (status IN ('active', 'archived'))
);

CREATE INDEX ix_billing_pricing_rules_product ON billing_pricing_rules (tenant_id, product_id, id);
CREATE INDEX ix_billing_pricing_rules_plan ON billing_pricing_rules (tenant_id, plan_id, id);
CREATE INDEX ix_billing_pricing_rules_customer ON billing_pricing_rules (tenant_id, customer_id, id);

COMMENT ON TABLE billing_pricing_rules IS 'Discounts on lines that are about to be priced. One rule at most prices a line.';
COMMENT ON COLUMN billing_pricing_rules.product_id IS 'The product whose lines it is about, by whatever plan; NULL: it is about a plan.';
COMMENT ON COLUMN billing_pricing_rules.plan_id IS 'The plan whose lines it is about; NULL: it is about a product.';
COMMENT ON COLUMN billing_pricing_rules.customer_id IS 'The only customer whom it is for; NULL: all.';
COMMENT ON COLUMN billing_pricing_rules.min_quantity IS 'It is for lines of at least so many.';
COMMENT ON COLUMN billing_pricing_rules.discount_rate IS 'Fraction between 0 and 1 that is taken off.';
COMMENT ON COLUMN billing_pricing_rules.starts_at IS 'First instant at which it applies.';
COMMENT ON COLUMN billing_pricing_rules.ends_at IS 'First instant at which it applies no longer; NULL: it does not end.';
COMMENT ON COLUMN billing_pricing_rules.priority IS 'Of several that apply the one with the highest wins.';
COMMENT ON COLUMN billing_pricing_rules.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_pricing_rules.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE billing_pricing_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_pricing_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_pricing_rules
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON billing_pricing_rules TO dotmac_app;
GRANT UPDATE (name, min_quantity, discount_rate, starts_at, ends_at, priority, status, updated_at, version) ON billing_pricing_rules TO dotmac_app;
GRANT SELECT ON billing_pricing_rules TO dotmac_readonly;

--rollback DROP TABLE billing_pricing_rules;
