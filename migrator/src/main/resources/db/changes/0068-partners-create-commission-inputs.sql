--liquibase formatted sql
-- Why: which facts of billing commissions were reckoned from, each once, whoever tells it how often. What an invoice is worth for
--      commission is a sum over these rows.
-- Phase: expand
-- Rollback: lossy. Drops what was taken in; facts told again would be reckoned again.
--changeset dotmac:0068-partners-create-commission-inputs labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_inputs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  billing_event_id uuid NOT NULL,
  part integer NOT NULL,
  invoice_id uuid,
  allocation_id uuid,
  application_id uuid,
  partner_id uuid,
  account_id uuid,
  kind varchar(20) NOT NULL,
  amount bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_commission_inputs PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_inputs_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_inputs_billing_event FOREIGN KEY (tenant_id, billing_event_id) REFERENCES billing_events (tenant_id, id),
  CONSTRAINT fk_partner_commission_inputs_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
    ON DELETE SET NULL (invoice_id),
  CONSTRAINT fk_partner_commission_inputs_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations (tenant_id, id)
    ON DELETE SET NULL (allocation_id),
  CONSTRAINT fk_partner_commission_inputs_application FOREIGN KEY (tenant_id, application_id) REFERENCES credit_note_applications (tenant_id, id)
    ON DELETE SET NULL (application_id),
  CONSTRAINT fk_partner_commission_inputs_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_commission_inputs_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts (tenant_id, id)
    ON DELETE SET NULL (account_id),
  CONSTRAINT uq_partner_commission_inputs_fact UNIQUE (tenant_id, billing_event_id, part),
  CONSTRAINT ck_partner_commission_inputs_part CHECK (part >= 0),
  CONSTRAINT ck_partner_commission_inputs_kind
    CHECK (kind IN ('paid', 'taken_back', 'given_back', 'credited', 'uncredited', 'noted', 'unnoted', 'voided')),
  CONSTRAINT ck_partner_commission_inputs_amount CHECK (
    CASE kind WHEN 'taken_back' THEN amount < 0 WHEN 'uncredited' THEN amount < 0 WHEN 'unnoted' THEN amount < 0
      ELSE amount >= 0 END)
);

CREATE INDEX ix_partner_commission_inputs_invoice ON partner_commission_inputs (tenant_id, invoice_id);
CREATE INDEX ix_partner_commission_inputs_allocation ON partner_commission_inputs (tenant_id, allocation_id);
CREATE INDEX ix_partner_commission_inputs_application ON partner_commission_inputs (tenant_id, application_id);
CREATE INDEX ix_partner_commission_inputs_partner ON partner_commission_inputs (tenant_id, partner_id);
CREATE INDEX ix_partner_commission_inputs_account ON partner_commission_inputs (tenant_id, account_id, occurred_at);

COMMENT ON TABLE partner_commission_inputs IS 'Facts of billing as commissions took them in. Only added.';
COMMENT ON COLUMN partner_commission_inputs.part IS 'Which part of the fact, from 0: a refund may touch several invoices.';
COMMENT ON COLUMN partner_commission_inputs.partner_id IS 'Who looked after the customer when the money came; NULL: nobody, or it is no money that came.';
COMMENT ON COLUMN partner_commission_inputs.kind IS
  'paid, taken_back, given_back: money of a payment; credited, uncredited: a credit note of another invoice; noted, unnoted: a credit note of this one.';
COMMENT ON COLUMN partner_commission_inputs.amount IS 'What the sum of its kind changes by, in minor units of the invoice.';

ALTER TABLE partner_commission_inputs ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_inputs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_inputs
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_commission_inputs AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_commission_inputs TO dotmac_app;
GRANT SELECT ON partner_commission_inputs TO dotmac_readonly;

--rollback DROP TABLE partner_commission_inputs;
