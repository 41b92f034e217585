--liquibase formatted sql
-- Why: money that goes back to a customer. A provider carries it out later than it is asked for, and may refuse.
-- Phase: expand
-- Rollback: lossy. Drops all refunds; what went back would count as paid.
--changeset dotmac:0054-billing-create-payment-refunds labels:expand splitStatements:false stripComments:false
CREATE TABLE payment_refunds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  unallocated_amount bigint NOT NULL,
  status varchar(20) NOT NULL,
  reason varchar(500),
  provider_refund_id varchar(255),
  failure_code varchar(100),
  failure_reason varchar(500),
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_payment_refunds PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_refunds_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payment_refunds_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id),
  CONSTRAINT ck_payment_refunds_amount CHECK (amount > 0),
  CONSTRAINT ck_payment_refunds_unallocated_amount CHECK (unallocated_amount BETWEEN 0 AND amount),
  CONSTRAINT ck_payment_refunds_status CHECK (status IN ('pending', 'succeeded', 'failed')),
  CONSTRAINT ck_payment_refunds_settled_at CHECK ((settled_at IS NULL) = (status = 'pending'))
);

CREATE INDEX ix_payment_refunds_payment ON payment_refunds (tenant_id, payment_id, id);

COMMENT ON TABLE payment_refunds IS 'Money of payments that goes back to customers.';
COMMENT ON COLUMN payment_refunds.unallocated_amount IS 'What of it was left of the payment; the rest was taken from allocations.';
COMMENT ON COLUMN payment_refunds.reason IS 'Why, in the words of whoever asked for it.';
COMMENT ON COLUMN payment_refunds.settled_at IS 'When it was known what became of it; NULL: it is not.';

ALTER TABLE payment_refunds ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_refunds FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payment_refunds
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payment_refunds TO dotmac_app;
GRANT UPDATE (status, provider_refund_id, failure_code, failure_reason, settled_at, version) ON payment_refunds TO dotmac_app;
GRANT SELECT ON payment_refunds TO dotmac_readonly;

--rollback DROP TABLE payment_refunds;
