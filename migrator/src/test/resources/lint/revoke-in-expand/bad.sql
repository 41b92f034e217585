--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
REVOKE UPDATE ON items FROM dotmac_app; -- here

--rollback SELECT 1;
