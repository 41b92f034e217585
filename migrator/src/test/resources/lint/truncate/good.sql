--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
DELETE FROM items WHERE id = '00000000-0000-0000-0000-000000000000';

--rollback SELECT 1;
