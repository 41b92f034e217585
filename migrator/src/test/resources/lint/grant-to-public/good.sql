--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
GRANT SELECT ON items TO dotmac_readonly;

--rollback SELECT 1;
