--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
GRANT SELECT, INSERT ON items TO dotmac_app;

--rollback SELECT 1;
