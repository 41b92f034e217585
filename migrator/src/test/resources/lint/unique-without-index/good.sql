--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD CONSTRAINT uq_items_name UNIQUE USING INDEX uq_items_name;

--rollback SELECT 1;
