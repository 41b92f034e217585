--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:bad labels:contract splitStatements:false stripComments:false
ALTER TABLE items
  DROP COLUMN note; -- here

--rollback SELECT 1;
