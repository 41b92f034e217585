--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
DROP TRIGGER IF EXISTS tr_items ON items; -- here

--rollback SELECT 1;
