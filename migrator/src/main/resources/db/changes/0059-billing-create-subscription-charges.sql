--liquibase formatted sql
-- Why: which invoice was made for which period of a subscription. A period that began has one invoice and never two, also when
--      several instances renew at once.
-- Phase: expand
-- Rollback: lossy. Forgets which invoices belong to subscriptions; a period could be billed again.
--changeset dotmac:0059-billing-create-subscription-charges labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_subscription_charges (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  kind varchar(20) NOT NULL,
  period_start_at timestamptz NOT NULL,
  period_end_at timestamptz NOT NULL,
  charged_at timestamptz NOT NULL,
  CONSTRAINT pk_billing_subscription_charges PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_subscription_charges_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_billing_subscription_charges_subscription
    FOREIGN KEY (tenant_id, subscription_id) REFERENCES billing_subscriptions (tenant_id, id),
  CONSTRAINT fk_billing_subscription_charges_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  CONSTRAINT uq_billing_subscription_charges_invoice UNIQUE (tenant_id, invoice_id),
  CONSTRAINT ck_billing_subscription_charges_kind CHECK (kind IN ('period', 'change')),
  CONSTRAINT ck_billing_subscription_charges_period CHECK (period_end_at > period_start_at)
);

CREATE UNIQUE INDEX uq_billing_subscription_charges_period
  ON billing_subscription_charges (tenant_id, subscription_id, period_start_at) WHERE kind = 'period';
CREATE INDEX ix_billing_subscription_charges_subscription ON billing_subscription_charges (tenant_id, subscription_id, id);

COMMENT ON TABLE billing_subscription_charges IS 'Invoices of subscriptions, and the time that each is for. Added and never changed.';
COMMENT ON COLUMN billing_subscription_charges.kind IS 'period: a period began, which happens once; change: the plan changed within one.';
COMMENT ON COLUMN billing_subscription_charges.period_start_at IS 'First instant that it is for.';
COMMENT ON COLUMN billing_subscription_charges.period_end_at IS 'First instant after that.';

ALTER TABLE billing_subscription_charges ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_subscription_charges FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_subscription_charges
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON billing_subscription_charges TO dotmac_app;
GRANT SELECT ON billing_subscription_charges TO dotmac_readonly;

--rollback DROP TABLE billing_subscription_charges;
