--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD CONSTRAINT ck_items_name CHECK (name <> '') NOT VALID;

--rollback SELECT 1;
