--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback SELECT 1;
