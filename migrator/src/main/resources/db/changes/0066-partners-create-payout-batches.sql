--liquibase formatted sql
-- Why: what is paid out together: made by one, approved by another, handed to whoever moves the money.
-- Phase: expand
-- Rollback: lossy. Drops all batches.
--changeset dotmac:0066-partners-create-payout-batches labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_payout_batches (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number varchar(30) NOT NULL,
  currency char(3) NOT NULL,
  cut_at timestamptz NOT NULL,
  status varchar(20) NOT NULL,
  provider varchar(50) NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  approved_at timestamptz,
  submitted_at timestamptz,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_payout_batches PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payout_batches_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_partner_payout_batches_number UNIQUE (tenant_id, number),
  CONSTRAINT ck_partner_payout_batches_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_payout_batches_status CHECK (status IN ('draft', 'approved', 'submitted', 'closed', 'cancelled')),
  CONSTRAINT ck_partner_payout_batches_provider CHECK (provider ~ '^[a-z][a-z0-9_]*$'),
  CONSTRAINT ck_partner_payout_batches_approved_at CHECK (CASE status WHEN 'draft' THEN approved_at IS NULL WHEN 'cancelled' THEN true ELSE approved_at IS NOT NULL END),
  CONSTRAINT ck_partner_payout_batches_submitted_at CHECK ((submitted_at IS NOT NULL) = (status IN ('submitted', 'closed')))
);

CREATE INDEX ix_partner_payout_batches_status ON partner_payout_batches (tenant_id, status, id);

COMMENT ON TABLE partner_payout_batches IS 'Payouts that are made, approved and sent together.';
COMMENT ON COLUMN partner_payout_batches.number IS 'Number for people, PB-2026-000042; unique in the tenant.';
COMMENT ON COLUMN partner_payout_batches.cut_at IS 'Only what was approved before this instant is in it.';
COMMENT ON COLUMN partner_payout_batches.created_by IS 'User or API key that made it; NULL: an operator or the platform. No foreign key: actors are of several kinds.';
COMMENT ON COLUMN partner_payout_batches.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_payout_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payout_batches FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_payout_batches
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_payout_batches AS RESTRICTIVE
  USING (current_partner_id() IS NULL) WITH CHECK (current_partner_id() IS NULL);

GRANT SELECT, INSERT ON partner_payout_batches TO dotmac_app;
GRANT UPDATE (status, approved_at, submitted_at, updated_at, version) ON partner_payout_batches TO dotmac_app;
GRANT SELECT ON partner_payout_batches TO dotmac_readonly;

--rollback DROP TABLE partner_payout_batches;
