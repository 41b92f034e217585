--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false runInTransaction:false
REINDEX TABLE CONCURRENTLY items;

--rollback SELECT 1;
