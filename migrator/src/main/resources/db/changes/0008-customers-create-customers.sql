--liquibase formatted sql
-- Why: whom a tenant bills and whom a partner brings.
-- Phase: expand
-- Rollback: lossy. Drops all customers.
--changeset dotmac:0008-customers-create-customers labels:expand splitStatements:false stripComments:false
CREATE TABLE customers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number varchar(20) NOT NULL,
  name varchar(255) NOT NULL,
  email varchar(254),
  country char(2),
  external_id varchar(100),
  status varchar(20) NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_customers PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_customers_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_customers_number UNIQUE (tenant_id, number),
  CONSTRAINT uq_customers_external_id UNIQUE (tenant_id, external_id),
  CONSTRAINT ck_customers_name CHECK (name <> ''),
  CONSTRAINT ck_customers_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_customers_country CHECK (country ~ '^[A-Z]{2}$'),
  CONSTRAINT ck_customers_status CHECK (status IN ('active', 'archived'))
);

CREATE INDEX ix_customers_status ON customers (tenant_id, status, id);

COMMENT ON TABLE customers IS 'Whom a tenant bills.';
COMMENT ON COLUMN customers.number IS 'Number for people, CUS-000042; unique in the tenant.';
COMMENT ON COLUMN customers.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN customers.external_id IS 'Id of this customer in a system of the tenant; unique in the tenant.';
COMMENT ON COLUMN customers.status IS 'archived: kept for the books, closed to anything new.';
COMMENT ON COLUMN customers.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON customers
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON customers TO dotmac_app;
GRANT SELECT ON customers TO dotmac_readonly;

--rollback DROP TABLE customers;
