--liquibase formatted sql
-- Why: money that a provider is asked for may come days later; what it was meant for must be known then.
-- Phase: expand
-- Rollback: lossy. Drops what pending payments are meant for; their money would be kept as credit.
--changeset dotmac:0052-billing-create-payment-targets labels:expand splitStatements:false stripComments:false
CREATE TABLE payment_targets (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  position integer NOT NULL,
  invoice_id uuid NOT NULL,
  amount bigint,
  CONSTRAINT pk_payment_targets PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_targets_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payment_targets_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id),
  CONSTRAINT fk_payment_targets_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  CONSTRAINT uq_payment_targets_invoice UNIQUE (tenant_id, payment_id, invoice_id),
  CONSTRAINT uq_payment_targets_position UNIQUE (tenant_id, payment_id, position),
  CONSTRAINT ck_payment_targets_position CHECK (position > 0),
  CONSTRAINT ck_payment_targets_amount CHECK (amount > 0)
);

CREATE INDEX ix_payment_targets_invoice ON payment_targets (tenant_id, invoice_id);

COMMENT ON TABLE payment_targets IS 'Invoices that a payment was meant for when a provider was asked for its money.';
COMMENT ON COLUMN payment_targets.position IS 'Place in the list that was given, from 1.';
COMMENT ON COLUMN payment_targets.amount IS 'How much, in minor units; NULL: what the invoice owes when the money comes.';

ALTER TABLE payment_targets ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_targets FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payment_targets
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payment_targets TO dotmac_app;
GRANT SELECT ON payment_targets TO dotmac_readonly;

--rollback DROP TABLE payment_targets;
