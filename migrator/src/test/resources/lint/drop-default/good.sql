--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items ALTER COLUMN name SET DEFAULT 'none';

--rollback SELECT 1;
