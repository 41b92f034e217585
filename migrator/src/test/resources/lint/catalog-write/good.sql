--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TYPE item_state ADD VALUE 'aged';

--rollback SELECT 1;
