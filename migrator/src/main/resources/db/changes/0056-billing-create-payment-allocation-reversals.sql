--liquibase formatted sql
-- Why: what a refund or a dispute takes back from an allocation, row by row, so that it can be restored to the unit and nothing
--      is taken back twice.
-- Phase: expand
-- Rollback: lossy. Drops what was taken back from which allocation.
--changeset dotmac:0056-billing-create-payment-allocation-reversals labels:expand splitStatements:false stripComments:false
CREATE TABLE payment_allocation_reversals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  allocation_id uuid NOT NULL,
  refund_id uuid,
  dispute_id uuid,
  amount bigint NOT NULL,
  restored_amount bigint NOT NULL,
  created_at timestamptz NOT NULL,
  restored_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_payment_allocation_reversals PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payment_allocation_reversals_allocation
    FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations (tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_refund
    FOREIGN KEY (tenant_id, refund_id) REFERENCES payment_refunds (tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_dispute
    FOREIGN KEY (tenant_id, dispute_id) REFERENCES payment_disputes (tenant_id, id),
  CONSTRAINT ck_payment_allocation_reversals_cause CHECK (num_nonnulls(refund_id, dispute_id) = 1),
  CONSTRAINT ck_payment_allocation_reversals_amount CHECK (amount > 0),
  CONSTRAINT ck_payment_allocation_reversals_restored_amount
    CHECK (restored_amount >= 0 AND restored_amount <= amount AND (restored_amount = 0 OR restored_at IS NOT NULL))
);

CREATE INDEX ix_payment_allocation_reversals_allocation ON payment_allocation_reversals (tenant_id, allocation_id);
CREATE INDEX ix_payment_allocation_reversals_refund ON payment_allocation_reversals (tenant_id, refund_id);
CREATE INDEX ix_payment_allocation_reversals_dispute ON payment_allocation_reversals (tenant_id, dispute_id);

COMMENT ON TABLE payment_allocation_reversals IS 'What refunds and disputes took back from allocations, and what of that was restored.';
COMMENT ON COLUMN payment_allocation_reversals.refund_id IS 'The refund that took it; NULL: a dispute did.';
COMMENT ON COLUMN payment_allocation_reversals.dispute_id IS 'The dispute that took it; NULL: a refund did.';
COMMENT ON COLUMN payment_allocation_reversals.restored_amount IS
  'What the allocation has again; less than all where the invoice no longer owed as much, and the rest is credit.';
COMMENT ON COLUMN payment_allocation_reversals.restored_at IS 'When the refund failed or the dispute was won; NULL: neither.';

ALTER TABLE payment_allocation_reversals ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_allocation_reversals FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payment_allocation_reversals
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payment_allocation_reversals TO dotmac_app;
GRANT UPDATE (restored_amount, restored_at, version) ON payment_allocation_reversals TO dotmac_app;
GRANT SELECT ON payment_allocation_reversals TO dotmac_readonly;

--rollback DROP TABLE payment_allocation_reversals;
