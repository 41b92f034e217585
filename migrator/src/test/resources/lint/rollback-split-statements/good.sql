--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false rollbackSplitStatements:false
ALTER TABLE items ADD COLUMN note varchar(50);

--rollback DO $$
--rollback BEGIN
--rollback   DROP ROLE IF EXISTS somebody;
--rollback END $$;
