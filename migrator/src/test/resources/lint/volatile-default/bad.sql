--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid(); -- here

--rollback SELECT 1;
