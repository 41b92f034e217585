--liquibase formatted sql
-- Why: where the money of a partner goes. Whoever reads the database does not read the account: it is kept sealed, with a key that
--      the database does not have.
-- Phase: expand
-- Rollback: lossy. Drops the accounts; nobody could be paid.
--changeset dotmac:0121-partners-create-payee-accounts labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_payee_accounts (
  tenant_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  method varchar(20) NOT NULL,
  holder varchar(140) NOT NULL,
  hint varchar(20) NOT NULL,
  sealed_account varchar(2000) NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_payee_accounts PRIMARY KEY (tenant_id, partner_id),
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
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_payer_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payer_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_partner_payer_accounts_currency UNIQUE (tenant_id, currency),
  CONSTRAINT ck_partner_payer_accounts_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_payer_accounts_method CHECK (method IN ('iban', 'account_number'))
);

COMMENT ON TABLE partner_payee_accounts IS 'Where partners are paid. Who has no row is not paid.';
COMMENT ON COLUMN partner_payee_accounts.holder IS 'Whose account it is, as the bank knows him.';
COMMENT ON COLUMN partner_payee_accounts.hint IS 'The end of the number, by which people tell it from others.';
COMMENT ON COLUMN partner_payee_accounts.sealed_account IS 'Number and bank, sealed as JWE with a key that is not in the database.';
COMMENT ON COLUMN partner_payee_accounts.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON TABLE partner_payer_accounts IS 'What account partners are paid from, by currency.';
COMMENT ON COLUMN partner_payer_accounts.holder IS 'Whose account it is, as the bank knows him.';
COMMENT ON COLUMN partner_payer_accounts.hint IS 'The end of the number, by which people tell it from others.';
COMMENT ON COLUMN partner_payer_accounts.sealed_account IS 'Number and bank, sealed as JWE with a key that is not in the database.';
COMMENT ON COLUMN partner_payer_accounts.version IS 'Grows by one with each change; guards against lost updates.';

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

GRANT SELECT, INSERT, UPDATE ON partner_payee_accounts, partner_payer_accounts TO dotmac_app;

--rollback DROP TABLE partner_payer_accounts, partner_payee_accounts;
