--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE RULE keep_items AS ON DELETE TO items DO INSTEAD NOTHING; -- here

--rollback SELECT 1;
