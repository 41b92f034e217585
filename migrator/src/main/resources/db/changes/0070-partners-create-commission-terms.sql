--liquibase formatted sql
-- Why: by what a partner earns on an invoice is decided once, when its first money comes, and kept: rules that change later
--      change nothing of it, and partial payments come to the whole.
-- Phase: expand
-- Rollback: lossy. Drops what was decided.
--changeset dotmac:0070-partners-create-commission-terms labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_terms (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  account_id uuid,
  customer_id uuid,
  invoice_id uuid,
  allocation_id uuid,
  version_id uuid,
  pool_id uuid,
  position integer NOT NULL,
  source varchar(20) NOT NULL,
  none_reason varchar(30),
  rate numeric(9, 6),
  currency char(3) NOT NULL,
  invoice_amount bigint NOT NULL,
  commissionable_amount bigint NOT NULL,
  base_amount bigint NOT NULL,
  amount bigint NOT NULL,
  hold_days integer NOT NULL,
  ends_at timestamptz,
  decided_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_commission_terms PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_terms_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_terms_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_commission_terms_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts (tenant_id, id)
    ON DELETE SET NULL (account_id),
  CONSTRAINT fk_partner_commission_terms_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id)
    ON DELETE SET NULL (customer_id),
  CONSTRAINT fk_partner_commission_terms_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id)
    ON DELETE SET NULL (invoice_id),
  CONSTRAINT fk_partner_commission_terms_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations (tenant_id, id)
    ON DELETE SET NULL (allocation_id),
  CONSTRAINT fk_partner_commission_terms_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions (tenant_id, id),
  CONSTRAINT fk_partner_commission_terms_pool FOREIGN KEY (tenant_id, pool_id) REFERENCES partner_commission_pools (tenant_id, id),
  CONSTRAINT uq_partner_commission_terms_position UNIQUE (tenant_id, invoice_id, partner_id, position),
  CONSTRAINT ck_partner_commission_terms_source CHECK (source IN ('account', 'rule', 'partner', 'none')),
  CONSTRAINT ck_partner_commission_terms_version CHECK ((version_id IS NOT NULL) = (source = 'rule')),
  CONSTRAINT ck_partner_commission_terms_none_reason CHECK ((none_reason IS NOT NULL) = (source = 'none')),
  CONSTRAINT ck_partner_commission_terms_rate CHECK (rate BETWEEN 0 AND 1),
  CONSTRAINT ck_partner_commission_terms_rate_of_source CHECK (source <> 'none' OR rate IS NULL),
  CONSTRAINT ck_partner_commission_terms_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_commission_terms_position CHECK (position > 0),
  CONSTRAINT ck_partner_commission_terms_commissionable_amount CHECK (commissionable_amount >= 0 AND invoice_amount >= 0),
  CONSTRAINT ck_partner_commission_terms_base_amount CHECK (base_amount BETWEEN 0 AND commissionable_amount),
  CONSTRAINT ck_partner_commission_terms_amount CHECK (source <> 'none' OR amount = 0),
  CONSTRAINT ck_partner_commission_terms_hold_days CHECK (hold_days BETWEEN 0 AND 365)
);

CREATE INDEX ix_partner_commission_terms_partner ON partner_commission_terms (tenant_id, partner_id, id);
CREATE INDEX ix_partner_commission_terms_account ON partner_commission_terms (tenant_id, account_id);
CREATE INDEX ix_partner_commission_terms_customer ON partner_commission_terms (tenant_id, customer_id);
CREATE INDEX ix_partner_commission_terms_allocation ON partner_commission_terms (tenant_id, allocation_id);
CREATE INDEX ix_partner_commission_terms_version ON partner_commission_terms (tenant_id, version_id);
CREATE INDEX ix_partner_commission_terms_pool ON partner_commission_terms (tenant_id, pool_id);

COMMENT ON TABLE partner_commission_terms IS 'By what a partner earns on an invoice: one row for the lines that the same thing decides.';
COMMENT ON COLUMN partner_commission_terms.allocation_id IS 'The only money that counts, where the rule is for the first payment; NULL: all of it.';
COMMENT ON COLUMN partner_commission_terms.pool_id IS 'Where the base is counted, if tiers are counted over a period; NULL: by itself.';
COMMENT ON COLUMN partner_commission_terms.source IS 'What decided: the rate of the account, a rule, the rate of the partner, or nothing.';
COMMENT ON COLUMN partner_commission_terms.none_reason IS 'Why nothing is earned; NULL: something is.';
COMMENT ON COLUMN partner_commission_terms.invoice_amount IS 'Total of the invoice with tax, in minor units.';
COMMENT ON COLUMN partner_commission_terms.commissionable_amount IS 'Sum of its lines after discount and without tax, in minor units.';
COMMENT ON COLUMN partner_commission_terms.base_amount IS 'How much of that is paid so far, in minor units.';
COMMENT ON COLUMN partner_commission_terms.amount IS 'What is earned by that so far, in minor units; of a pool, what its invoice moved.';
COMMENT ON COLUMN partner_commission_terms.hold_days IS 'How long what is earned is held.';
COMMENT ON COLUMN partner_commission_terms.ends_at IS 'Money that comes at this instant or later earns nothing; NULL: without end.';

ALTER TABLE partner_commission_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_terms FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_terms
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_commission_terms AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_commission_terms TO dotmac_app;
GRANT UPDATE (base_amount, amount) ON partner_commission_terms TO dotmac_app;
GRANT SELECT ON partner_commission_terms TO dotmac_readonly;

--rollback DROP TABLE partner_commission_terms;
