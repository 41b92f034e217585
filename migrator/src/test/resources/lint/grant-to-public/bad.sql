--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
GRANT SELECT ON items TO PUBLIC; -- here

--rollback SELECT 1;
