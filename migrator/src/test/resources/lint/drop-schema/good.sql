--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
-- Lint: allow drop-table because the rows were moved a release ago.
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
DROP TABLE legacy_items;

--rollback SELECT 1;
