--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE items OWNER TO somebody; -- here

--rollback SELECT 1;
