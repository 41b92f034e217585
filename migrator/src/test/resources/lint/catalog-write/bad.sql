--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
DELETE FROM pg_enum WHERE enumlabel = 'old'; -- here

--rollback SELECT 1;
