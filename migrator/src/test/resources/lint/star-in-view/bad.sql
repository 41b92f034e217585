--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE VIEW item_names WITH (security_invoker = true) AS SELECT * FROM items; -- here

--rollback SELECT 1;
