--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items RENAME TO articles; -- here

--rollback SELECT 1;
