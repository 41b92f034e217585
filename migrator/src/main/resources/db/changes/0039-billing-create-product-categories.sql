--liquibase formatted sql
-- Why: products are told apart by groups, in reports and in rules about commission.
-- Phase: expand
-- Rollback: lossy. Drops all categories.
--changeset dotmac:0039-billing-create-product-categories labels:expand splitStatements:false stripComments:false
CREATE TABLE billing_product_categories (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code varchar(50) NOT NULL,
  name varchar(255) NOT NULL,
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_product_categories PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_product_categories_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_billing_product_categories_code UNIQUE (tenant_id, code),
  CONSTRAINT ck_billing_product_categories_code CHECK (code ~ '^[a-z0-9][a-z0-9._-]*$'),
  CONSTRAINT ck_billing_product_categories_name CHECK (name <> ''),
  CONSTRAINT ck_billing_product_categories_status CHECK (status IN ('active', 'archived'))
);

CREATE INDEX ix_billing_product_categories_status ON billing_product_categories (tenant_id, status, id);

COMMENT ON TABLE billing_product_categories IS 'Groups of products.';
COMMENT ON COLUMN billing_product_categories.code IS 'What systems call it; unique in the tenant, stays taken after archiving, never changed.';
COMMENT ON COLUMN billing_product_categories.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_product_categories.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE billing_product_categories ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_product_categories FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON billing_product_categories
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON billing_product_categories TO dotmac_app;
GRANT UPDATE (name, status, updated_at, version) ON billing_product_categories TO dotmac_app;
GRANT SELECT ON billing_product_categories TO dotmac_readonly;

--rollback DROP TABLE billing_product_categories;
