--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
REFRESH MATERIALIZED VIEW CONCURRENTLY item_totals;
CREATE MATERIALIZED VIEW owner_totals AS SELECT owner_id FROM items WITH NO DATA;
CREATE INDEX ix_owner_totals_owner ON owner_totals (owner_id);
REFRESH MATERIALIZED VIEW owner_totals;

--rollback SELECT 1;
