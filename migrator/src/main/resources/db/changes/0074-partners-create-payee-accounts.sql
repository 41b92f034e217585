--liquibase formatted sql
-- Why: where the money of a partner goes, and where it comes from. Whoever reads the database does not read the account: it is kept
--      sealed, with a key that the database does not have. An account is never changed: a newer one takes its place, and a payout names
--      the one that it went to.
-- Phase: expand
-- Rollback: lossy. Drops the accounts; nobody could be paid.
-- Lint: allow foreign-key-without-not-valid because the table is new in this release; nobody writes it yet.
-- Lint: allow index-without-concurrently because the table is new in this release; nobody writes it yet.
-- Lint: allow measured-exclusive-lock because the table is new in this release; nobody writes it yet.
--changeset dotmac:0074-partners-create-payee-accounts labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_payee_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  method varchar(20) NOT NULL,
  holder varchar(140) NOT NULL,
  hint varchar(20) NOT NULL,
  sealed_account varchar(2000) NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_payee_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payee_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_payee_accounts_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT ck_partner_payee_accounts_method CHECK (method IN ('iban', 'account_number'))
);

CREATE TABLE partner_payer_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  currency char(3) NOT NULL,
  method varchar(20) NOT NULL,
  holder varchar(140) NOT NULL,
  hint varchar(20) NOT NULL,
  sealed_account varchar(2000) NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_payer_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payer_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_partner_payer_accounts_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_payer_accounts_method CHECK (method IN ('iban', 'account_number'))
);

CREATE INDEX ix_partner_payee_accounts_partner ON partner_payee_accounts (tenant_id, partner_id, id);
CREATE INDEX ix_partner_payer_accounts_currency ON partner_payer_accounts (tenant_id, currency, id);

COMMENT ON TABLE partner_payee_accounts IS 'Where partners are paid: each to his newest account, and who has none not at all. Only added.';
COMMENT ON COLUMN partner_payee_accounts.holder IS 'Whose account it is, as the bank knows him.';
COMMENT ON COLUMN partner_payee_accounts.hint IS 'The end of the number, by which people tell it from others.';
COMMENT ON COLUMN partner_payee_accounts.sealed_account IS 'Number and bank, sealed as JWE with a key that is not in the database.';
COMMENT ON TABLE partner_payer_accounts IS 'What accounts partners are paid from: the newest of the currency. Only added.';
COMMENT ON COLUMN partner_payer_accounts.holder IS 'Whose account it is, as the bank knows him.';
COMMENT ON COLUMN partner_payer_accounts.hint IS 'The end of the number, by which people tell it from others.';
COMMENT ON COLUMN partner_payer_accounts.sealed_account IS 'Number and bank, sealed as JWE with a key that is not in the database.';

ALTER TABLE partner_payouts ADD COLUMN payee_account_id uuid,
  ADD CONSTRAINT fk_partner_payouts_payee_account FOREIGN KEY (tenant_id, payee_account_id) REFERENCES partner_payee_accounts (tenant_id, id);
CREATE INDEX ix_partner_payouts_payee_account ON partner_payouts (tenant_id, payee_account_id);
COMMENT ON COLUMN partner_payouts.payee_account_id IS 'Where it was sent in the last attempt; NULL: it was not.';

ALTER TABLE partner_payee_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payee_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_payee_accounts
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_payee_accounts AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());
ALTER TABLE partner_payer_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payer_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_payer_accounts
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_payer_accounts AS RESTRICTIVE
  USING (current_partner_id() IS NULL) WITH CHECK (current_partner_id() IS NULL);

GRANT SELECT, INSERT ON partner_payee_accounts, partner_payer_accounts TO dotmac_app;
GRANT UPDATE (payee_account_id) ON partner_payouts TO dotmac_app;

/* liquibase rollback
ALTER TABLE partner_payouts DROP COLUMN payee_account_id;
DROP TABLE partner_payer_accounts, partner_payee_accounts;
*/
