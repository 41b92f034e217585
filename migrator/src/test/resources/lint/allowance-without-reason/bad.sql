--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow index-without-concurrently
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE INDEX ix_items_name ON items (name);

--rollback SELECT 1;
