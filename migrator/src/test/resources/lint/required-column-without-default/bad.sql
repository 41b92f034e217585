--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD COLUMN note varchar(50) NOT NULL; -- here

--rollback SELECT 1;
