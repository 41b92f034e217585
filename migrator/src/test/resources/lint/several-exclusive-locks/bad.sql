--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);
ALTER TABLE owners ADD COLUMN note varchar(50); -- here

--rollback SELECT 1;
