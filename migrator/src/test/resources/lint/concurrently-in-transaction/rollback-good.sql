--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:rollback-good labels:expand splitStatements:false stripComments:false runInTransaction:false
CREATE INDEX CONCURRENTLY ix_items_name ON items (name);

--rollback DROP INDEX CONCURRENTLY ix_items_name;
