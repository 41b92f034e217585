--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
REFRESH MATERIALIZED VIEW item_totals; -- here

--rollback SELECT 1;
