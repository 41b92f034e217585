--liquibase formatted sql
-- Why: partners name prospects. For a while nobody else can name the same prospect, whichever partner asks and whatever he is shown;
--      the database keeps that, for no partner sees what another has. Who became a customer is one, for whoever asks.
-- Phase: expand
-- Rollback: lossy. Drops all referrals.
--changeset dotmac:0083-partners-create-referrals labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_referrals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  status varchar(20) NOT NULL,
  contact_name varchar(200) NOT NULL,
  email varchar(254) NOT NULL,
  email_domain varchar(254) NOT NULL,
  company_name varchar(255),
  phone varchar(30),
  estimated_amount bigint,
  estimated_currency char(3),
  source varchar(100),
  notes varchar(2000),
  submitted_at timestamptz NOT NULL,
  protected_until timestamptz NOT NULL,
  contacted_at timestamptz,
  qualified_at timestamptz,
  closed_at timestamptz,
  close_reason varchar(500),
  customer_id uuid,
  account_id uuid,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_referrals PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_referrals_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_referrals_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_referrals_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id)
    ON DELETE SET NULL (customer_id),
  CONSTRAINT fk_partner_referrals_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts (tenant_id, id)
    ON DELETE SET NULL (account_id),
  CONSTRAINT ck_partner_referrals_status CHECK (status IN ('new', 'contacted', 'qualified', 'converted', 'lost', 'invalid')),
  CONSTRAINT ck_partner_referrals_contact_name CHECK (contact_name <> ''),
  CONSTRAINT ck_partner_referrals_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_partner_referrals_estimated_amount CHECK (estimated_amount >= 0),
  CONSTRAINT ck_partner_referrals_estimated_currency CHECK (estimated_currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_referrals_estimate CHECK ((estimated_amount IS NULL) = (estimated_currency IS NULL)),
  CONSTRAINT ck_partner_referrals_protected_until CHECK (protected_until >= submitted_at),
  CONSTRAINT ck_partner_referrals_closed_at CHECK ((closed_at IS NOT NULL) = (status IN ('converted', 'lost', 'invalid'))),
  CONSTRAINT ck_partner_referrals_close_reason CHECK (status NOT IN ('lost', 'invalid') OR close_reason IS NOT NULL),
  CONSTRAINT ex_partner_referrals_email EXCLUDE USING gist (
    tenant_id WITH =, email WITH =, tstzrange(submitted_at, protected_until) WITH &&
  ) WHERE (status IN ('new', 'contacted', 'qualified')),
  CONSTRAINT ex_partner_referrals_company EXCLUDE USING gist (
    tenant_id WITH =, lower(company_name) WITH =, email_domain WITH =, tstzrange(submitted_at, protected_until) WITH &&
  ) WHERE (status IN ('new', 'contacted', 'qualified'))
);

CREATE INDEX ix_partner_referrals_partner ON partner_referrals (tenant_id, partner_id, id);
CREATE INDEX ix_partner_referrals_status ON partner_referrals (tenant_id, status, id);
CREATE INDEX ix_partner_referrals_customer ON partner_referrals (tenant_id, customer_id);
CREATE INDEX ix_partner_referrals_account ON partner_referrals (tenant_id, account_id);

COMMENT ON TABLE partner_referrals IS 'Prospects that partners named.';
COMMENT ON COLUMN partner_referrals.email_domain IS 'What of email stands behind the @.';
COMMENT ON COLUMN partner_referrals.estimated_amount IS 'What the partner thinks it is worth, in minor units of estimated_currency; NULL: not said.';
COMMENT ON COLUMN partner_referrals.protected_until IS 'Before this instant nobody else can name the same prospect.';
COMMENT ON COLUMN partner_referrals.closed_at IS 'When it was converted, lost or found invalid; NULL: it is open.';
COMMENT ON COLUMN partner_referrals.account_id IS 'The account that came of it; NULL: none, or it is gone.';
COMMENT ON COLUMN partner_referrals.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_referrals ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_referrals FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_referrals
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_referrals AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT, UPDATE ON partner_referrals TO dotmac_app;
GRANT SELECT ON partner_referrals TO dotmac_readonly;

CREATE FUNCTION is_customer_of_tenant(address text, company text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
  RETURN EXISTS (
    SELECT FROM customers c
    WHERE c.tenant_id = current_tenant_id()
      AND (c.email = address OR lower(c.name) = lower(company) AND split_part(c.email, '@', 2) = split_part(address, '@', 2)));

COMMENT ON FUNCTION is_customer_of_tenant(text, text) IS
  'Whether the tenant has a customer with this address, or with this name and an address of this domain, whoever asks.';
REVOKE EXECUTE ON FUNCTION is_customer_of_tenant(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_customer_of_tenant(text, text) TO dotmac_app;

/* liquibase rollback
DROP FUNCTION is_customer_of_tenant(text, text);
DROP TABLE partner_referrals;
*/
