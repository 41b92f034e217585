--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
DROP TYPE item_state;

--rollback SELECT 1;
