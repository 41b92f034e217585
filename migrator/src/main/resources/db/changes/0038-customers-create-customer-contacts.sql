--liquibase formatted sql
-- Why: whom to speak to at a customer's, and about what. One of them is asked first; an address counts once per customer.
-- Phase: expand
-- Rollback: lossy. Drops all contacts of customers.
--changeset dotmac:0038-customers-create-customer-contacts labels:expand splitStatements:false stripComments:false
CREATE TABLE customer_contacts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  name varchar(255) NOT NULL,
  email varchar(254) NOT NULL,
  role varchar(20) NOT NULL,
  primary_contact boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_customer_contacts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_customer_contacts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_customer_contacts_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT uq_customer_contacts_email UNIQUE (tenant_id, customer_id, email),
  CONSTRAINT ck_customer_contacts_name CHECK (name <> ''),
  CONSTRAINT ck_customer_contacts_email CHECK (email = lower(email) AND email LIKE '%_@_%'),
  CONSTRAINT ck_customer_contacts_role CHECK (role IN ('billing', 'business', 'technical', 'other'))
);

CREATE UNIQUE INDEX uq_customer_contacts_primary ON customer_contacts (tenant_id, customer_id) WHERE primary_contact;
CREATE INDEX ix_customer_contacts_customer ON customer_contacts (tenant_id, customer_id, id);

COMMENT ON TABLE customer_contacts IS 'People to speak to at a customer. Removed when they are so no longer: nothing in the books refers to them.';
COMMENT ON COLUMN customer_contacts.role IS 'What this person is asked about.';
COMMENT ON COLUMN customer_contacts.primary_contact IS 'Whom to ask first; at most one per customer.';
COMMENT ON COLUMN customer_contacts.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE customer_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON customer_contacts
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON customer_contacts TO dotmac_app;
GRANT SELECT ON customer_contacts TO dotmac_readonly;

--rollback DROP TABLE customer_contacts;
