--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback DO $$ -- here
--rollback BEGIN
--rollback   DROP ROLE IF EXISTS somebody;
--rollback END $$;
