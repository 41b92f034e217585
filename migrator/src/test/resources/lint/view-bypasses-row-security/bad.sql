--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE VIEW item_names AS SELECT id, name FROM items; -- here

--rollback SELECT 1;
