--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TYPE item_state RENAME VALUE 'old' TO 'aged'; -- here

--rollback SELECT 1;
