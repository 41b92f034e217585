--liquibase formatted sql
-- Why: the rules by which partners earn. What a rule says is in its versions, which never change; here is what it is called and
--      whom it is for.
-- Phase: expand
-- Rollback: lossy. Drops all rules.
--changeset dotmac:0061-partners-create-commissions labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commissions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid,
  name varchar(100) NOT NULL,
  priority integer NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_commissions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commissions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commissions_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT ck_partner_commissions_name CHECK (name <> ''),
  CONSTRAINT ck_partner_commissions_priority CHECK (priority BETWEEN 1 AND 1000),
  CONSTRAINT ck_partner_commissions_status CHECK (status IN ('active', 'archived'))
);

CREATE UNIQUE INDEX uq_partner_commissions_name ON partner_commissions (tenant_id, lower(name)) WHERE status = 'active';
CREATE INDEX ix_partner_commissions_partner ON partner_commissions (tenant_id, partner_id, id);
CREATE INDEX ix_partner_commissions_status ON partner_commissions (tenant_id, status, id);

COMMENT ON TABLE partner_commissions IS 'Rules of commission.';
COMMENT ON COLUMN partner_commissions.partner_id IS 'Whom the rule is for; NULL: for all partners.';
COMMENT ON COLUMN partner_commissions.priority IS 'Of several rules that fit, the one with the greatest counts.';
COMMENT ON COLUMN partner_commissions.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE partner_commissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commissions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commissions
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_commissions AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT, UPDATE ON partner_commissions TO dotmac_app;
GRANT SELECT ON partner_commissions TO dotmac_readonly;

--rollback DROP TABLE partner_commissions;
