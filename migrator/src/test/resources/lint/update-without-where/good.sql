--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
UPDATE items SET name = 'x' WHERE name IS NULL;

--rollback SELECT 1;
