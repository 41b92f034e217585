--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
DO $$ BEGIN RAISE NOTICE 'hello'; END $$; -- here

--rollback SELECT 1;
