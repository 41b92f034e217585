--liquibase formatted sql
-- Why: which part of which payment pays which invoice. Commission accrues once per row, so a row is never removed and its
--      amount never changes; what is taken back is said beside it.
-- Phase: expand
-- Rollback: lossy. Drops all allocations; nothing would say what payments paid.
--changeset dotmac:0053-billing-create-payment-allocations labels:expand splitStatements:false stripComments:false
CREATE TABLE payment_allocations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  reversed_amount bigint NOT NULL,
  created_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_payment_allocations PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_allocations_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payment_allocations_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id),
  CONSTRAINT fk_payment_allocations_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  CONSTRAINT fk_payment_allocations_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT ck_payment_allocations_amount CHECK (amount > 0),
  CONSTRAINT ck_payment_allocations_reversed_amount CHECK (reversed_amount BETWEEN 0 AND amount)
);

CREATE INDEX ix_payment_allocations_payment ON payment_allocations (tenant_id, payment_id, id);
CREATE INDEX ix_payment_allocations_invoice ON payment_allocations (tenant_id, invoice_id, id);
CREATE INDEX ix_payment_allocations_customer ON payment_allocations (tenant_id, customer_id, id);

COMMENT ON TABLE payment_allocations IS 'Parts of payments that pay invoices.';
COMMENT ON COLUMN payment_allocations.customer_id IS 'Customer of the payment and of the invoice: one and the same.';
COMMENT ON COLUMN payment_allocations.reversed_amount IS 'What of it was taken back by refunds and disputes and not restored.';

ALTER TABLE payment_allocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_allocations FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payment_allocations
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payment_allocations TO dotmac_app;
GRANT UPDATE (reversed_amount, version) ON payment_allocations TO dotmac_app;
GRANT SELECT ON payment_allocations TO dotmac_readonly;

--rollback DROP TABLE payment_allocations;
