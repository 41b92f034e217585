--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:rollback-good labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback ALTER TABLE items DROP COLUMN note;
