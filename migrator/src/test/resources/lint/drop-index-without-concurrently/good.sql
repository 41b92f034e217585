--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false runInTransaction:false
DROP INDEX CONCURRENTLY ix_items_name;

--rollback SELECT 1;
