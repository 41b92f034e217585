--liquibase formatted sql
-- Why: what customers are billed for again and again. A period is billed once, whoever tries: the charge of a period is
--      unique, and it is written together with its invoice.
-- Phase: expand
-- Rollback: lossy. Drops all subscriptions; their invoices stay.
--changeset dotmac:0058-billing-create-subscriptions labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_subscriptions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  next_plan_id uuid,
  quantity numeric(18, 6) NOT NULL,
  status varchar(20) NOT NULL,
  anchor_at timestamptz NOT NULL,
  period_number integer NOT NULL,
  period_start_at timestamptz NOT NULL,
  period_end_at timestamptz NOT NULL,
  discount_rate numeric(9, 6),
  tax_rate numeric(9, 6),
  paused_at timestamptz,
  canceled_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_subscriptions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_billing_subscriptions_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES billing_plans (tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_next_plan
    FOREIGN KEY (tenant_id, next_plan_id) REFERENCES billing_plans (tenant_id, id),
  CONSTRAINT ck_billing_subscriptions_quantity CHECK (quantity > 0),
  CONSTRAINT ck_billing_subscriptions_status
    CHECK (status IN ('trialing', 'active', 'past_due', 'paused', 'canceled', 'ended')),
  CONSTRAINT ck_billing_subscriptions_period_number CHECK (period_number >= 0),
  CONSTRAINT ck_billing_subscriptions_period CHECK (period_end_at > period_start_at),
  CONSTRAINT ck_billing_subscriptions_rates
    CHECK (discount_rate >= 0 AND discount_rate <= 1 AND tax_rate >= 0 AND tax_rate <= 1
      OR discount_rate IS NULL AND tax_rate IS NULL),
  CONSTRAINT ck_billing_subscriptions_trialing CHECK (status <> 'trialing' OR discount_rate IS NULL),
  CONSTRAINT ck_billing_subscriptions_billed
    CHECK (status NOT IN ('active', 'past_due', 'paused') OR discount_rate IS NOT NULL),
  CONSTRAINT ck_billing_subscriptions_paused_at CHECK ((status = 'paused') = (paused_at IS NOT NULL)),
  CONSTRAINT ck_billing_subscriptions_canceled_at CHECK (status <> 'canceled' OR canceled_at IS NOT NULL),
  CONSTRAINT ck_billing_subscriptions_ended_at CHECK ((status = 'ended') = (ended_at IS NOT NULL)),
  CONSTRAINT ck_billing_subscriptions_next_plan
    CHECK (next_plan_id IS NULL OR next_plan_id <> plan_id AND status NOT IN ('canceled', 'ended'))
);

CREATE INDEX ix_billing_subscriptions_customer ON billing_subscriptions (tenant_id, customer_id, id);
CREATE INDEX ix_billing_subscriptions_plan ON billing_subscriptions (tenant_id, plan_id, id);
CREATE INDEX ix_billing_subscriptions_next_plan ON billing_subscriptions (tenant_id, next_plan_id);
CREATE INDEX ix_billing_subscriptions_status ON billing_subscriptions (tenant_id, status, id);

COMMENT ON TABLE billing_subscriptions IS 'Who has which plan, in which period.';
COMMENT ON COLUMN billing_subscriptions.next_plan_id IS 'Plan from the end of the period on; NULL: the same.';
COMMENT ON COLUMN billing_subscriptions.status IS 'canceled: runs until its period ends; ended: is over for good.';
COMMENT ON COLUMN billing_subscriptions.anchor_at IS 'Start of the first period that is billed; all others are reckoned from it.';
COMMENT ON COLUMN billing_subscriptions.period_number IS 'Which period from the anchor the present one is, from 0.';
COMMENT ON COLUMN billing_subscriptions.period_start_at IS 'First instant of the present period.';
COMMENT ON COLUMN billing_subscriptions.period_end_at IS 'First instant after it.';
COMMENT ON COLUMN billing_subscriptions.discount_rate IS 'Discount that the period was priced with, a fraction; NULL: a trial.';
COMMENT ON COLUMN billing_subscriptions.tax_rate IS 'Tax that the period was priced with, a fraction; NULL: a trial.';
COMMENT ON COLUMN billing_subscriptions.paused_at IS 'Since when it is not billed; NULL: it is not paused.';
COMMENT ON COLUMN billing_subscriptions.canceled_at IS 'When it was canceled; NULL: it was not, or was reactivated.';
COMMENT ON COLUMN billing_subscriptions.ended_at IS 'Since when it is over; NULL: it is not.';
COMMENT ON COLUMN billing_subscriptions.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE billing_subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_subscriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_subscriptions
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON billing_subscriptions TO dotmac_app;
GRANT SELECT ON billing_subscriptions TO dotmac_readonly;

--rollback DROP TABLE billing_subscriptions;
