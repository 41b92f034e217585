--liquibase formatted sql
-- Why: which partner looks after which customer, and when. At any instant a customer is looked after by at most one
--      partner: commission could not say otherwise to whom it belongs.
-- Phase: expand
-- Rollback: lossy. Drops all partner accounts. The extension stays: other schemas of the database may use it.
-- Lint: allow if-not-exists because an operator may have made the extension, where the owner may not.
--changeset dotmac:0011-partners-create-partner-accounts labels:expand splitStatements:false stripComments:false
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE partner_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  engagement_type varchar(50) NOT NULL,
  custom_commission_rate numeric(9, 6),
  notes varchar(2000),
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_accounts_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT fk_partner_accounts_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT ck_partner_accounts_engagement_type CHECK (engagement_type ~ '^[a-z][a-z0-9_]*$'),
  CONSTRAINT ck_partner_accounts_custom_commission_rate CHECK (custom_commission_rate BETWEEN 0 AND 1),
  CONSTRAINT ck_partner_accounts_period CHECK (ended_at > started_at),
  CONSTRAINT ex_partner_accounts_customer_period EXCLUDE USING gist (
    tenant_id WITH =, customer_id WITH =, tstzrange(started_at, ended_at) WITH &&
  )
);

CREATE INDEX ix_partner_accounts_partner ON partner_accounts (tenant_id, partner_id, id);
CREATE INDEX ix_partner_accounts_customer ON partner_accounts (tenant_id, customer_id, id);

COMMENT ON TABLE partner_accounts IS 'Customers that a partner looks after, with the period in which he does.';
COMMENT ON COLUMN partner_accounts.engagement_type IS 'How the partner serves the customer, in the tenant''s own words: referral, reseller, managed_service.';
COMMENT ON COLUMN partner_accounts.custom_commission_rate IS 'Fraction between 0 and 1 that overrides the partner''s; NULL: no override, 0: nothing is earned.';
COMMENT ON COLUMN partner_accounts.started_at IS 'First instant of the engagement.';
COMMENT ON COLUMN partner_accounts.ended_at IS 'First instant after the engagement; NULL: still runs.';
COMMENT ON COLUMN partner_accounts.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_accounts
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON partner_accounts TO dotmac_app;
GRANT SELECT ON partner_accounts TO dotmac_readonly;

--rollback DROP TABLE partner_accounts;
