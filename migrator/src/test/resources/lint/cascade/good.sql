--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
DROP TRIGGER tr_items ON items;

--rollback SELECT 1;
