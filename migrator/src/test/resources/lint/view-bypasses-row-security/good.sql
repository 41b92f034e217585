--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE VIEW item_names WITH (security_invoker = true) AS SELECT id, name FROM items;

--rollback SELECT 1;
