--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
INSERT INTO items VALUES ('00000000-0000-0000-0000-000000000001', 'First'); -- here

--rollback SELECT 1;
