--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE FUNCTION item_count() RETURNS bigint LANGUAGE sql STABLE -- here
  RETURN (SELECT count(*) FROM items);

--rollback SELECT 1;
