--liquibase formatted sql
-- Why: what a customer owes. The amounts stand beside each other and the database derives the balance from them, so that
--      no order of payments, refunds and credits can make an invoice that does not add up.
-- Phase: expand
-- Rollback: lossy. Drops all invoices.
--changeset dotmac:0035-billing-create-invoices labels:expand splitStatements:false stripComments:false
CREATE TABLE invoices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number varchar(30),
  customer_id uuid NOT NULL,
  currency char(3) NOT NULL,
  status varchar(20) NOT NULL,
  payment_days integer NOT NULL,
  memo varchar(1000),
  subtotal_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  paid_amount bigint NOT NULL,
  refunded_amount bigint NOT NULL,
  credited_amount bigint NOT NULL,
  balance_amount bigint NOT NULL GENERATED ALWAYS AS (total_amount - paid_amount + refunded_amount - credited_amount) STORED,
  bill_to jsonb,
  issued_on date,
  due_on date,
  finalised_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_invoices PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_invoices_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_invoices_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT uq_invoices_number UNIQUE (tenant_id, number),
  -- What is paid with and what is credited names the invoice with its customer and currency, and so can only fit.
  CONSTRAINT uq_invoices_customer UNIQUE (tenant_id, id, customer_id, currency),
  CONSTRAINT ck_invoices_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_invoices_status
    CHECK (status IN ('draft', 'open', 'partially_paid', 'paid', 'overdue', 'void', 'uncollectible')),
  CONSTRAINT ck_invoices_payment_days CHECK (payment_days BETWEEN 0 AND 365),
  CONSTRAINT ck_invoices_total_amount CHECK (total_amount = subtotal_amount - discount_amount + tax_amount),
  CONSTRAINT ck_invoices_paid_amount CHECK (paid_amount >= 0 AND refunded_amount BETWEEN 0 AND paid_amount),
  CONSTRAINT ck_invoices_credited_amount CHECK (credited_amount >= 0),
  CONSTRAINT ck_invoices_balance_amount CHECK (status = 'draft' OR balance_amount >= 0),
  CONSTRAINT ck_invoices_draft CHECK (
    CASE WHEN status = 'draft'
      THEN number IS NULL AND bill_to IS NULL AND issued_on IS NULL AND due_on IS NULL AND finalised_at IS NULL
        AND paid_amount = 0 AND credited_amount = 0
      ELSE number IS NOT NULL AND bill_to IS NOT NULL AND issued_on IS NOT NULL AND due_on >= issued_on
        AND finalised_at IS NOT NULL AND total_amount >= 0
    END),
  CONSTRAINT ck_invoices_settled CHECK (
    CASE status
      WHEN 'open' THEN balance_amount = total_amount AND balance_amount > 0
      WHEN 'partially_paid' THEN balance_amount < total_amount AND balance_amount > 0
      WHEN 'overdue' THEN balance_amount > 0
      WHEN 'uncollectible' THEN balance_amount > 0
      WHEN 'paid' THEN balance_amount = 0
      WHEN 'void' THEN paid_amount = refunded_amount AND credited_amount = 0
      ELSE true
    END)
);

CREATE INDEX ix_invoices_customer ON invoices (tenant_id, customer_id, id);
CREATE INDEX ix_invoices_status ON invoices (tenant_id, status, id);
CREATE INDEX ix_invoices_due ON invoices (tenant_id, due_on, id) WHERE status IN ('open', 'partially_paid');

COMMENT ON TABLE invoices IS 'What customers owe. Once it is no draft, only what is paid, refunded, credited and the state change.';
COMMENT ON COLUMN invoices.number IS 'INV-2026-000042: without gaps in the tenant and year, given when finalised; NULL: a draft.';
COMMENT ON COLUMN invoices.payment_days IS 'Days from the issue until the amount is due.';
COMMENT ON COLUMN invoices.subtotal_amount IS 'Sum of the lines before discount and tax, in minor units of the currency, as all amounts.';
COMMENT ON COLUMN invoices.paid_amount IS 'What was allocated to it of payments, whatever was taken back later.';
COMMENT ON COLUMN invoices.refunded_amount IS 'What was taken back of that by refunds and chargebacks.';
COMMENT ON COLUMN invoices.credited_amount IS 'What was applied to it of credit notes and is not undone.';
COMMENT ON COLUMN invoices.balance_amount IS 'What is owed, unless it is void: total less payments plus refunds less credits.';
COMMENT ON COLUMN invoices.bill_to IS 'Name, address and tax id of the customer as they were when it was finalised.';
COMMENT ON COLUMN invoices.issued_on IS 'Day of the issue in the zone of the tenant; NULL: a draft.';
COMMENT ON COLUMN invoices.due_on IS 'Last day on which it can be paid without being overdue, in the zone of the tenant; NULL: a draft.';

ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON invoices
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON invoices TO dotmac_app;
GRANT SELECT ON invoices TO dotmac_readonly;

--rollback DROP TABLE invoices;
