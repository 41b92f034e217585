--liquibase formatted sql
-- Why: an invoice needs to know where it goes, in which currency it is, and whether the customer is taxed.
-- Phase: expand
-- Rollback: lossy. Forgets addresses, currencies and tax details of customers.
-- Lint: allow measured-exclusive-lock because such columns take it for a moment, and write no row.
--changeset dotmac:0036-customers-add-billing-details labels:expand splitStatements:false stripComments:false
ALTER TABLE customers
  ADD COLUMN billing_line1 varchar(255),
  ADD COLUMN billing_line2 varchar(255),
  ADD COLUMN billing_city varchar(100),
  ADD COLUMN billing_region varchar(100),
  ADD COLUMN billing_postal_code varchar(20),
  ADD COLUMN billing_country char(2),
  ADD COLUMN currency char(3),
  ADD COLUMN tax_id varchar(50),
  ADD COLUMN tax_exempt boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT ck_customers_billing_country CHECK (billing_country ~ '^[A-Z]{2}$') NOT VALID,
  ADD CONSTRAINT ck_customers_currency CHECK (currency ~ '^[A-Z]{3}$') NOT VALID;

COMMENT ON COLUMN customers.billing_line1 IS 'Where bills are sent: street and number, or a box.';
COMMENT ON COLUMN customers.billing_country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN customers.currency IS 'What the customer is billed in; NULL: in the default currency that the tenant has then.';
COMMENT ON COLUMN customers.tax_id IS 'Number under which the tax office knows the customer.';
COMMENT ON COLUMN customers.tax_exempt IS 'Whether no line for the customer is taxed.';

/* liquibase rollback
ALTER TABLE customers
  DROP COLUMN billing_line1,
  DROP COLUMN billing_line2,
  DROP COLUMN billing_city,
  DROP COLUMN billing_region,
  DROP COLUMN billing_postal_code,
  DROP COLUMN billing_country,
  DROP COLUMN currency,
  DROP COLUMN tax_id,
  DROP COLUMN tax_exempt;
*/
