--liquibase formatted sql
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
DROP VIEW item_names;

--rollback SELECT 1;
