--liquibase formatted sql
-- Why: money that customers pay. What becomes of it is counted in the row, so that a check holds that no part of it is used
--      twice; what is left is the credit of the customer.
-- Phase: expand
-- Rollback: lossy. Drops all payments.
--changeset dotmac:0051-billing-create-payments labels:expand splitStatements:false stripComments:false
CREATE TABLE payments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  payment_method_id uuid,
  kind varchar(20) NOT NULL,
  provider varchar(50) NOT NULL,
  provider_payment_id varchar(255),
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  allocated_amount bigint NOT NULL,
  refunded_amount bigint NOT NULL,
  disputed_amount bigint NOT NULL,
  charged_back_amount bigint NOT NULL,
  available_amount bigint NOT NULL GENERATED ALWAYS AS (
    CASE WHEN status IN ('pending', 'failed') THEN 0
         ELSE amount - allocated_amount - refunded_amount - disputed_amount - charged_back_amount END) STORED,
  status varchar(20) NOT NULL,
  chooses_invoices boolean NOT NULL,
  reference varchar(255),
  received_at timestamptz,
  attempts integer NOT NULL,
  sent_at timestamptz,
  next_attempt_at timestamptz,
  failure_code varchar(100),
  failure_reason varchar(500),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_payments PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payments_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payments_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT fk_payments_payment_method FOREIGN KEY (tenant_id, payment_method_id) REFERENCES payment_methods (tenant_id, id),
  CONSTRAINT uq_payments_provider_payment UNIQUE (tenant_id, provider, provider_payment_id),
  CONSTRAINT ck_payments_kind CHECK (kind IN ('bank_transfer', 'direct_debit', 'cash', 'check', 'card', 'other')),
  CONSTRAINT ck_payments_status
    CHECK (status IN ('pending', 'succeeded', 'failed', 'partially_refunded', 'refunded', 'disputed')),
  CONSTRAINT ck_payments_provider CHECK (provider ~ '^[a-z][a-z0-9_]*$'),
  CONSTRAINT ck_payments_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_payments_amount CHECK (amount > 0),
  CONSTRAINT ck_payments_parts CHECK (
    allocated_amount >= 0 AND refunded_amount >= 0 AND disputed_amount >= 0 AND charged_back_amount >= 0
    AND allocated_amount::numeric + refunded_amount + disputed_amount + charged_back_amount <= amount),
  CONSTRAINT ck_payments_state CHECK (
    CASE status
      WHEN 'succeeded' THEN refunded_amount + disputed_amount + charged_back_amount = 0
      WHEN 'partially_refunded' THEN disputed_amount = 0 AND refunded_amount + charged_back_amount BETWEEN 1 AND amount - 1
      WHEN 'refunded' THEN refunded_amount + charged_back_amount = amount
      WHEN 'disputed' THEN disputed_amount > 0
      ELSE allocated_amount + refunded_amount + disputed_amount + charged_back_amount = 0 END),
  CONSTRAINT ck_payments_received_at CHECK ((received_at IS NULL) = (status IN ('pending', 'failed'))),
  CONSTRAINT ck_payments_attempts CHECK (attempts >= 0)
);

CREATE INDEX ix_payments_customer ON payments (tenant_id, customer_id, id);
CREATE INDEX ix_payments_payment_method ON payments (tenant_id, payment_method_id);
CREATE INDEX ix_payments_status ON payments (tenant_id, status, id);
CREATE INDEX ix_payments_available ON payments (tenant_id, customer_id, currency) WHERE available_amount > 0;

COMMENT ON TABLE payments IS 'Money that customers pay, and where it is now.';
COMMENT ON COLUMN payments.provider IS 'Through whom the money comes; manual: people recorded it.';
COMMENT ON COLUMN payments.provider_payment_id IS 'What the provider calls the payment; NULL: nothing, or not known yet.';
COMMENT ON COLUMN payments.amount IS 'What was paid, or is asked for, in minor units.';
COMMENT ON COLUMN payments.allocated_amount IS 'What pays invoices now: the allocations, less what of them is reversed.';
COMMENT ON COLUMN payments.refunded_amount IS 'Refunds that went out or are on their way.';
COMMENT ON COLUMN payments.disputed_amount IS 'What open disputes hold.';
COMMENT ON COLUMN payments.charged_back_amount IS 'What was lost in disputes.';
COMMENT ON COLUMN payments.available_amount IS 'What is left: the credit of the customer.';
COMMENT ON COLUMN payments.chooses_invoices IS 'Whether payment_targets says what it is for; else the invoices that are due first.';
COMMENT ON COLUMN payments.sent_at IS 'When the provider was asked in the last attempt; NULL: not yet, or it was answered with a refusal.';
COMMENT ON COLUMN payments.next_attempt_at IS 'When the provider is asked anew; NULL: that is not planned.';

ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payments
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payments TO dotmac_app;
GRANT UPDATE (provider_payment_id, allocated_amount, refunded_amount, disputed_amount, charged_back_amount, status, received_at,
  attempts, sent_at, next_attempt_at, failure_code, failure_reason, updated_at, version) ON payments TO dotmac_app;
GRANT SELECT ON payments TO dotmac_readonly;

--rollback DROP TABLE payments;
