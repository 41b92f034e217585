--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();

--rollback SELECT 1;
