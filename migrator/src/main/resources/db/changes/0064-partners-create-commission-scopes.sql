--liquibase formatted sql
-- Why: a rule may be for some products or customers only, or for all products but some.
-- Phase: expand
-- Rollback: lossy. Drops all scopes: rules would be for everything.
--changeset dotmac:0064-partners-create-commission-scopes labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_commission_scopes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  kind varchar(20) NOT NULL,
  product_id uuid,
  customer_id uuid,
  CONSTRAINT pk_partner_commission_scopes PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_scopes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_commission_scopes_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions (tenant_id, id),
  CONSTRAINT fk_partner_commission_scopes_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products (tenant_id, id),
  CONSTRAINT fk_partner_commission_scopes_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT uq_partner_commission_scopes_what UNIQUE NULLS NOT DISTINCT (tenant_id, version_id, kind, product_id, customer_id),
  CONSTRAINT ck_partner_commission_scopes_kind CHECK (kind IN ('product', 'excluded_product', 'customer')),
  CONSTRAINT ck_partner_commission_scopes_what CHECK (
    CASE WHEN kind = 'customer' THEN customer_id IS NOT NULL AND product_id IS NULL
         ELSE product_id IS NOT NULL AND customer_id IS NULL END)
);

CREATE INDEX ix_partner_commission_scopes_product ON partner_commission_scopes (tenant_id, product_id);
CREATE INDEX ix_partner_commission_scopes_customer ON partner_commission_scopes (tenant_id, customer_id);

COMMENT ON TABLE partner_commission_scopes IS 'What a version of a rule is for. Without a row of a kind it is for everything of that kind.';
COMMENT ON COLUMN partner_commission_scopes.kind IS 'Whether the product is one of those that it is for or one of those that it leaves out, or the customer one of those that it is for.';

ALTER TABLE partner_commission_scopes ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_scopes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_commission_scopes
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON partner_commission_scopes TO dotmac_app;
GRANT SELECT ON partner_commission_scopes TO dotmac_readonly;

--rollback DROP TABLE partner_commission_scopes;
