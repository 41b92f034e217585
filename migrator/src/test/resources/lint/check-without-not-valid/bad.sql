--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD CONSTRAINT ck_items_name CHECK (name <> ''); -- here

--rollback SELECT 1;
