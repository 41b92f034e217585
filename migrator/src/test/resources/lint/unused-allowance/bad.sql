--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow index-without-concurrently because the table is small.
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback SELECT 1;
