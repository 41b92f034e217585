--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
SET LOCAL statement_timeout = '5s';

--rollback SELECT 1;
