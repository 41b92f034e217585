--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false runInTransaction:false
ALTER TABLE readings DETACH PARTITION readings_2026 CONCURRENTLY;

--rollback SELECT 1;
