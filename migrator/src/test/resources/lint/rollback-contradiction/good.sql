--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: forward-only. The notes cannot be kept.
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items ADD COLUMN note varchar(50);
