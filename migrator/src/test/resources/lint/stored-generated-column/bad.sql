--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD COLUMN total int GENERATED ALWAYS AS (number * 2) STORED; -- here

--rollback SELECT 1;
