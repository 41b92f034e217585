--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false runInTransaction:false
CREATE INDEX CONCURRENTLY ix_items_name ON items (name);
CREATE INDEX CONCURRENTLY ix_items_number ON items (number); -- here

--rollback SELECT 1;
