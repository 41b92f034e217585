--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback SELECT 1;

--changeset dotmac:bad2 labels:expand splitStatements:false stripComments:false
SELECT 1;

--rollback SELECT 1;
