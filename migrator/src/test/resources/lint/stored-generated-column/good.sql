--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD COLUMN total int GENERATED ALWAYS AS (number * 2) VIRTUAL;

--rollback SELECT 1;
