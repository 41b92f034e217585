--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD CONSTRAINT uq_items_name UNIQUE (name); -- here

--rollback SELECT 1;
