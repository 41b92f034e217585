--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:bad labels:contract splitStatements:false stripComments:false
DROP TRIGGER tr_items ON items
  CASCADE; -- here

--rollback SELECT 1;
