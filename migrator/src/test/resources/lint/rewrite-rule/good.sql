--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
REVOKE DELETE ON items FROM dotmac_app;

--rollback SELECT 1;
