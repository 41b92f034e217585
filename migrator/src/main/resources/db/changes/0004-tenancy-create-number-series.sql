--liquibase formatted sql
-- Why: human numbers (PTR-000042) are unique per tenant and race-free: the row of a series is locked by whoever draws
--      from it until his transaction ends, so numbers have neither doubles nor gaps.
-- Phase: expand
-- Rollback: lossy. Drops the counters; numbers would begin again.
--changeset dotmac:0004-tenancy-create-number-series labels:expand splitStatements:false stripComments:false
CREATE TABLE number_series (
  tenant_id uuid NOT NULL,
  name varchar(30) NOT NULL,
  last_value bigint NOT NULL,
  CONSTRAINT pk_number_series PRIMARY KEY (tenant_id, name),
  CONSTRAINT fk_number_series_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT ck_number_series_last_value CHECK (last_value > 0)
);

COMMENT ON TABLE number_series IS 'Last number given, per tenant and kind of number.';
COMMENT ON COLUMN number_series.name IS 'Kind of number, for example partner or customer.';
COMMENT ON COLUMN number_series.last_value IS 'Last value given; the next is one more.';

ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE number_series FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON number_series
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE ON number_series TO dotmac_app;
GRANT SELECT ON number_series TO dotmac_readonly;

--rollback DROP TABLE number_series;
