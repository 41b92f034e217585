--liquibase formatted sql
-- Why: what one partner is paid in one currency at one time. Its amount is the sum of its lines, and a payout of nothing or less
--      is none.
-- Phase: expand
-- Rollback: lossy. Drops all payouts.
--changeset dotmac:0067-partners-create-payouts labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_payouts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  status varchar(20) NOT NULL,
  attempts integer NOT NULL,
  provider_payout_id varchar(255),
  failure_code varchar(100),
  failure_reason varchar(500),
  sent_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_payouts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payouts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_payouts_batch FOREIGN KEY (tenant_id, batch_id) REFERENCES partner_payout_batches (tenant_id, id),
  CONSTRAINT fk_partner_payouts_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT uq_partner_payouts_partner UNIQUE (tenant_id, id, partner_id, currency),
  CONSTRAINT uq_partner_payouts_of_batch UNIQUE (tenant_id, batch_id, partner_id),
  CONSTRAINT ck_partner_payouts_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_payouts_amount CHECK (amount > 0),
  CONSTRAINT ck_partner_payouts_status
    CHECK (status IN ('pending', 'ready', 'processing', 'completed', 'failed', 'cancelled', 'unknown')),
  CONSTRAINT ck_partner_payouts_attempts CHECK (attempts >= 0),
  CONSTRAINT ck_partner_payouts_sent_at CHECK (status NOT IN ('processing', 'completed', 'unknown') OR sent_at IS NOT NULL),
  CONSTRAINT ck_partner_payouts_completed_at CHECK ((completed_at IS NOT NULL) = (status = 'completed'))
);

CREATE INDEX ix_partner_payouts_partner ON partner_payouts (tenant_id, partner_id, id);
CREATE INDEX ix_partner_payouts_status ON partner_payouts (tenant_id, status, id);

COMMENT ON TABLE partner_payouts IS 'What partners are paid.';
COMMENT ON COLUMN partner_payouts.amount IS 'Sum of its lines, in minor units.';
COMMENT ON COLUMN partner_payouts.status IS 'unknown: the provider''s answer was lost, and only comparing with the provider tells.';
COMMENT ON COLUMN partner_payouts.attempts IS 'How often it was handed to the provider anew.';
COMMENT ON COLUMN partner_payouts.provider_payout_id IS 'What the provider calls it. No foreign key: it is the provider''s.';
COMMENT ON COLUMN partner_payouts.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_payouts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payouts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_payouts
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_payouts AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_payouts TO dotmac_app;
GRANT UPDATE (status, attempts, provider_payout_id, failure_code, failure_reason, sent_at, completed_at, updated_at, version)
  ON partner_payouts TO dotmac_app;
GRANT SELECT ON partner_payouts TO dotmac_readonly;

--rollback DROP TABLE partner_payouts;
