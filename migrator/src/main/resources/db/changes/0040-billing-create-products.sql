--liquibase formatted sql
-- Why: what a tenant sells. Lines of invoices say which product they are for, and are taxed with its rate.
-- Phase: expand
-- Rollback: lossy. Drops all products.
--changeset dotmac:0040-billing-create-products labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_products (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code varchar(50) NOT NULL,
  name varchar(255) NOT NULL,
  category_id uuid,
  tax_rate numeric(9, 6) NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_products PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_products_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_billing_products_category
    FOREIGN KEY (tenant_id, category_id) REFERENCES billing_product_categories (tenant_id, id),
  CONSTRAINT ck_billing_products_tax_rate CHECK (tax_rate BETWEEN 0 AND 1),
  CONSTRAINT uq_billing_products_code UNIQUE (tenant_id, code),
  CONSTRAINT ck_billing_products_code CHECK (code ~ '^[a-z0-9][a-z0-9._-]*$'),
  CONSTRAINT ck_billing_products_name CHECK (name <> ''),
  CONSTRAINT ck_billing_products_status CHECK (status IN ('active', 'archived'))
);

CREATE INDEX ix_billing_products_status ON billing_products (tenant_id, status, id);
CREATE INDEX ix_billing_products_category ON billing_products (tenant_id, category_id, id);

COMMENT ON TABLE billing_products IS 'What a tenant sells.';
COMMENT ON COLUMN billing_products.code IS 'What systems call it; unique in the tenant, stays taken after archiving, never changed.';
COMMENT ON COLUMN billing_products.category_id IS 'Group that the product belongs to; NULL: none.';
COMMENT ON COLUMN billing_products.tax_rate IS 'Fraction between 0 and 1 that lines priced from now on are taxed with.';
COMMENT ON COLUMN billing_products.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_products.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE billing_products ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_products FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_products
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON billing_products TO dotmac_app;
GRANT UPDATE (name, category_id, tax_rate, status, updated_at, version) ON billing_products TO dotmac_app;
GRANT SELECT ON billing_products TO dotmac_readonly;

--rollback DROP TABLE billing_products;
