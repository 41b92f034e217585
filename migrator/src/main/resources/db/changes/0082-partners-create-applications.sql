--liquibase formatted sql
-- Why: companies apply to become partners. Each application is decided once; after a rejection the same address may apply again.
-- Phase: expand
-- Rollback: lossy. Drops all applications.
--changeset dotmac:0082-partners-create-applications labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_applications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company_name varchar(255) NOT NULL,
  contact_name varchar(200) NOT NULL,
  email varchar(254) NOT NULL,
  phone varchar(30),
  website varchar(255),
  description varchar(2000),
  expected_monthly_referrals integer,
  status varchar(20) NOT NULL,
  decision_reason varchar(500),
  partner_id uuid,
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_partner_applications PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_applications_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_applications_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT ck_partner_applications_company_name CHECK (company_name <> ''),
  CONSTRAINT ck_partner_applications_contact_name CHECK (contact_name <> ''),
  CONSTRAINT ck_partner_applications_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_partner_applications_expected_monthly_referrals CHECK (expected_monthly_referrals BETWEEN 0 AND 1000000),
  CONSTRAINT ck_partner_applications_status CHECK (status IN ('pending', 'approved', 'rejected')),
  CONSTRAINT ck_partner_applications_decided_at CHECK ((decided_at IS NULL) = (status = 'pending')),
  CONSTRAINT ck_partner_applications_partner CHECK ((partner_id IS NOT NULL) = (status = 'approved')),
  CONSTRAINT ck_partner_applications_decision_reason CHECK (status <> 'rejected' OR decision_reason IS NOT NULL)
);

CREATE UNIQUE INDEX uq_partner_applications_open ON partner_applications (tenant_id, email) WHERE status = 'pending';
CREATE INDEX ix_partner_applications_status ON partner_applications (tenant_id, status, id);
CREATE INDEX ix_partner_applications_partner ON partner_applications (tenant_id, partner_id);

COMMENT ON TABLE partner_applications IS 'Companies that applied to become partners.';
COMMENT ON COLUMN partner_applications.email IS 'Whom to write to, in lower case; one application at a time.';
COMMENT ON COLUMN partner_applications.expected_monthly_referrals IS 'How many customers the applicant thinks to bring in a month; NULL: not said.';
COMMENT ON COLUMN partner_applications.decision_reason IS 'Why it was decided so; a rejection has a reason.';
COMMENT ON COLUMN partner_applications.partner_id IS 'What became of it; NULL: no partner.';
COMMENT ON COLUMN partner_applications.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_applications FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_applications
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_applications AS RESTRICTIVE USING (current_partner_id() IS NULL);

GRANT SELECT, INSERT ON partner_applications TO dotmac_app;
GRANT UPDATE (status, decision_reason, partner_id, decided_at, version) ON partner_applications TO dotmac_app;
GRANT SELECT ON partner_applications TO dotmac_readonly;

--rollback DROP TABLE partner_applications;
