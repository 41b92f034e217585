--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items RENAME CONSTRAINT items_pkey TO pk_items;

--rollback SELECT 1;
