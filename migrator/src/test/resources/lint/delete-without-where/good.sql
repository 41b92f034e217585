--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
DELETE FROM items WHERE name = 'test';

--rollback SELECT 1;
