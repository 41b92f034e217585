--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:rollback-good labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback CREATE FUNCTION one() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public RETURN 1;
