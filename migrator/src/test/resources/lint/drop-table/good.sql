--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
COMMENT ON TABLE items IS 'No longer used.';

--rollback SELECT 1;
