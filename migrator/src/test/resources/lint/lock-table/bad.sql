--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
LOCK TABLE items IN SHARE MODE; -- here

--rollback SELECT 1;
