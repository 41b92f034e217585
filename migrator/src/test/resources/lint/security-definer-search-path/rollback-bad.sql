--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:rollback-bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback CREATE FUNCTION one() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1; -- here
