--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
REFRESH MATERIALIZED VIEW CONCURRENTLY item_totals;

--rollback SELECT 1;
