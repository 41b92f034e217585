--liquibase formatted sql
-- Why: the bank of a payer takes money back and decides later who keeps it (chargeback). Until then it pays nothing here.
-- Phase: expand
-- Rollback: lossy. Drops all disputes; what banks took back would count as paid.
--changeset dotmac:0055-billing-create-payment-disputes labels:expand splitStatements:false stripComments:false
CREATE TABLE payment_disputes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  provider varchar(50) NOT NULL,
  provider_dispute_id varchar(255),
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  unallocated_amount bigint NOT NULL,
  status varchar(20) NOT NULL,
  reason varchar(500),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_payment_disputes PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_disputes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_payment_disputes_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id),
  CONSTRAINT uq_payment_disputes_provider_dispute UNIQUE (tenant_id, provider, provider_dispute_id),
  CONSTRAINT ck_payment_disputes_amount CHECK (amount > 0),
  CONSTRAINT ck_payment_disputes_unallocated_amount CHECK (unallocated_amount BETWEEN 0 AND amount),
  CONSTRAINT ck_payment_disputes_status CHECK (status IN ('open', 'won', 'lost')),
  CONSTRAINT ck_payment_disputes_closed_at CHECK ((closed_at IS NULL) = (status = 'open'))
);

CREATE INDEX ix_payment_disputes_payment ON payment_disputes (tenant_id, payment_id, id);

COMMENT ON TABLE payment_disputes IS 'Money of payments that banks of payers took back, and what was decided.';
COMMENT ON COLUMN payment_disputes.provider IS 'Provider of the payment.';
COMMENT ON COLUMN payment_disputes.provider_dispute_id IS 'What the provider calls it; NULL: nothing.';
COMMENT ON COLUMN payment_disputes.unallocated_amount IS 'What of it was left of the payment; the rest was taken from allocations.';
COMMENT ON COLUMN payment_disputes.closed_at IS 'When it was decided; NULL: it is not.';

ALTER TABLE payment_disputes ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_disputes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON payment_disputes
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON payment_disputes TO dotmac_app;
GRANT UPDATE (status, closed_at, version) ON payment_disputes TO dotmac_app;
GRANT SELECT ON payment_disputes TO dotmac_readonly;

--rollback DROP TABLE payment_disputes;
