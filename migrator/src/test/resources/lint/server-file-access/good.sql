--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
INSERT INTO items (id, name) VALUES ('00000000-0000-0000-0000-000000000001', 'First');

--rollback SELECT 1;
