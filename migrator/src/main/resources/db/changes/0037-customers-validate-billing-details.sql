--liquibase formatted sql
-- Why: the checks of the details of billing hold for every row. Reading the rows in a change of its own keeps nobody waiting.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0037-customers-validate-billing-details labels:expand splitStatements:false stripComments:false
ALTER TABLE customers VALIDATE CONSTRAINT ck_customers_billing_country;
ALTER TABLE customers VALIDATE CONSTRAINT ck_customers_currency;

/* liquibase rollback
ALTER TABLE customers
  DROP CONSTRAINT ck_customers_billing_country,
  DROP CONSTRAINT ck_customers_currency,
  ADD CONSTRAINT ck_customers_billing_country CHECK (billing_country ~ '^[A-Z]{2}$') NOT VALID,
  ADD CONSTRAINT ck_customers_currency CHECK (currency ~ '^[A-Z]{3}$') NOT VALID;
*/
