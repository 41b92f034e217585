--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TYPE item_state ADD VALUE 'aged'; -- here
UPDATE items SET state = 'aged' WHERE number = 7;

--rollback SELECT 1;
