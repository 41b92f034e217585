--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
COMMENT ON TABLE items IS 'Items.';

--rollback SELECT 1;
