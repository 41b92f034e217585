--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
COPY items (id, name) FROM '/tmp/items.csv'; -- here

--rollback SELECT 1;
