--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
DROP SEQUENCE item_numbers;

--rollback SELECT 1;
