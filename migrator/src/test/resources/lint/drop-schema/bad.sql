--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:bad labels:contract splitStatements:false stripComments:false
DROP SCHEMA legacy; -- here

--rollback SELECT 1;
