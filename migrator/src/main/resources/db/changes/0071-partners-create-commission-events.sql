--liquibase formatted sql
-- Why: what partners earn and lose again, line by line. A line is never changed in what it says; only how far it is on its way to
--      the partner is kept in it. It outlives the customer and the invoice that it came from.
-- Phase: expand
-- Rollback: lossy. Drops all that was earned.
--changeset dotmac:0071-partners-create-commission-events labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  account_id uuid,
  customer_id uuid,
  invoice_id uuid,
  allocation_id uuid,
  terms_id uuid,
  billing_event_id uuid,
  reverses_id uuid,
  payout_id uuid,
  kind varchar(20) NOT NULL,
  cause varchar(30) NOT NULL,
  currency char(3) NOT NULL,
  base_amount bigint NOT NULL,
  rate numeric(9, 6),
  amount bigint NOT NULL,
  reversed_amount bigint NOT NULL,
  status varchar(20) NOT NULL,
  reason varchar(500),
  occurred_at timestamptz NOT NULL,
  available_at timestamptz NOT NULL,
  approved_at timestamptz,
  paid_at timestamptz,
  blocked_at timestamptz,
  blocked_reason varchar(500),
  created_by uuid,
  created_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_commission_events PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_events_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_commission_events_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts (tenant_id, id)
    ON DELETE SET NULL (account_id),
  CONSTRAINT fk_partner_commission_events_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id)
    ON DELETE SET NULL (customer_id),
  CONSTRAINT fk_partner_commission_events_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
    ON DELETE SET NULL (invoice_id),
  CONSTRAINT fk_partner_commission_events_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations (tenant_id, id)
    ON DELETE SET NULL (allocation_id),
  CONSTRAINT fk_partner_commission_events_terms FOREIGN KEY (tenant_id, terms_id) REFERENCES partner_commission_terms (tenant_id, id),
  CONSTRAINT fk_partner_commission_events_billing_event FOREIGN KEY (tenant_id, billing_event_id) REFERENCES billing_events (tenant_id, id),
  CONSTRAINT fk_partner_commission_events_reverses FOREIGN KEY (tenant_id, reverses_id) REFERENCES partner_commission_events (tenant_id, id),
  CONSTRAINT fk_partner_commission_events_payout FOREIGN KEY (tenant_id, payout_id, partner_id, currency)
    REFERENCES partner_payouts (tenant_id, id, partner_id, currency),
  CONSTRAINT ck_partner_commission_events_kind CHECK (kind IN ('accrual', 'reversal', 'adjustment', 'write_off')),
  CONSTRAINT ck_partner_commission_events_cause CHECK (cause IN ('payment', 'refund', 'chargeback', 'chargeback_won', 'credit', 'credit_undone',
    'credit_note', 'credit_note_voided', 'invoice_voided', 'manual')),
  CONSTRAINT ck_partner_commission_events_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_commission_events_rate CHECK (rate BETWEEN 0 AND 1),
  CONSTRAINT ck_partner_commission_events_amount CHECK (
    CASE kind WHEN 'accrual' THEN amount >= 0 WHEN 'reversal' THEN amount < 0 WHEN 'write_off' THEN amount > 0
      ELSE amount <> 0 END),
  CONSTRAINT ck_partner_commission_events_reversed_amount CHECK (
    reversed_amount >= 0 AND reversed_amount <= greatest(amount, 0)),
  CONSTRAINT ck_partner_commission_events_reverses CHECK ((reverses_id IS NOT NULL) = (kind = 'reversal')),
  CONSTRAINT ck_partner_commission_events_terms CHECK ((terms_id IS NOT NULL) = (kind = 'accrual') OR kind = 'reversal'),
  CONSTRAINT ck_partner_commission_events_reason CHECK (reason IS NOT NULL OR cause <> 'manual'),
  CONSTRAINT ck_partner_commission_events_status CHECK (status IN ('pending', 'approved', 'paid', 'cancelled')),
  CONSTRAINT ck_partner_commission_events_approved_at CHECK ((approved_at IS NOT NULL) = (status IN ('approved', 'paid'))),
  CONSTRAINT ck_partner_commission_events_paid_at CHECK ((paid_at IS NOT NULL) = (status = 'paid')),
  CONSTRAINT ck_partner_commission_events_payout CHECK (
    CASE status WHEN 'paid' THEN payout_id IS NOT NULL WHEN 'approved' THEN true ELSE payout_id IS NULL END),
  CONSTRAINT ck_partner_commission_events_blocked_at CHECK (
    (blocked_at IS NULL) = (blocked_reason IS NULL) AND (blocked_at IS NULL OR payout_id IS NULL))
);

CREATE UNIQUE INDEX uq_partner_commission_events_allocation ON partner_commission_events (tenant_id, billing_event_id, terms_id, allocation_id) WHERE kind = 'accrual';
CREATE INDEX ix_partner_commission_events_partner ON partner_commission_events (tenant_id, partner_id, id);
CREATE INDEX ix_partner_commission_events_account ON partner_commission_events (tenant_id, account_id);
CREATE INDEX ix_partner_commission_events_customer ON partner_commission_events (tenant_id, customer_id);
CREATE INDEX ix_partner_commission_events_invoice ON partner_commission_events (tenant_id, invoice_id);
CREATE INDEX ix_partner_commission_events_allocation ON partner_commission_events (tenant_id, allocation_id);
CREATE INDEX ix_partner_commission_events_terms ON partner_commission_events (tenant_id, terms_id, id);
CREATE INDEX ix_partner_commission_events_reverses ON partner_commission_events (tenant_id, reverses_id);
CREATE INDEX ix_partner_commission_events_payout ON partner_commission_events (tenant_id, payout_id, partner_id, currency);
CREATE INDEX ix_partner_commission_events_billing_event ON partner_commission_events (tenant_id, billing_event_id);
CREATE INDEX ix_partner_commission_events_pending ON partner_commission_events (tenant_id, available_at) WHERE status = 'pending';
CREATE INDEX ix_partner_commission_events_payable ON partner_commission_events (tenant_id, currency, partner_id) WHERE status = 'approved' AND payout_id IS NULL;

COMMENT ON TABLE partner_commission_events IS 'What partners earn and lose again.';
COMMENT ON COLUMN partner_commission_events.terms_id IS 'By what it was earned; NULL: by hand.';
COMMENT ON COLUMN partner_commission_events.billing_event_id IS 'The fact that it follows from; NULL: by hand.';
COMMENT ON COLUMN partner_commission_events.reverses_id IS 'The line that it takes back, in whole or in part.';
COMMENT ON COLUMN partner_commission_events.payout_id IS 'With what it is paid out; NULL: not yet.';
COMMENT ON COLUMN partner_commission_events.base_amount IS 'What the sum sold and paid changed by, in minor units.';
COMMENT ON COLUMN partner_commission_events.rate IS 'The rate where there is one for the whole base; NULL: tiers, a flat amount, or by hand.';
COMMENT ON COLUMN partner_commission_events.amount IS 'In minor units; negative: is lost.';
COMMENT ON COLUMN partner_commission_events.reversed_amount IS 'How much of it other lines took back, in minor units.';
COMMENT ON COLUMN partner_commission_events.occurred_at IS 'When the fact happened.';
COMMENT ON COLUMN partner_commission_events.available_at IS 'Until then it is held.';
COMMENT ON COLUMN partner_commission_events.blocked_at IS 'Since when it is kept from being approved and paid; NULL: it is not.';
COMMENT ON COLUMN partner_commission_events.created_by IS 'User or API key that wrote it by hand; NULL: the platform. No foreign key: actors are of several kinds.';
COMMENT ON COLUMN partner_commission_events.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_commission_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_events FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_events
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_commission_events AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_commission_events TO dotmac_app;
GRANT UPDATE (payout_id, reversed_amount, status, approved_at, paid_at, blocked_at, blocked_reason, version) ON partner_commission_events TO dotmac_app;
GRANT SELECT ON partner_commission_events TO dotmac_readonly;

--rollback DROP TABLE partner_commission_events;
