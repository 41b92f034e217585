--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:bad labels:contract splitStatements:false stripComments:false
DROP TABLE items; -- here

--rollback SELECT 1;
