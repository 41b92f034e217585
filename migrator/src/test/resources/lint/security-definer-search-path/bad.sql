--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE FUNCTION item_count() RETURNS bigint -- here
  LANGUAGE sql STABLE SECURITY DEFINER
  AS 'SELECT count(*) FROM items';
REVOKE EXECUTE ON FUNCTION item_count() FROM PUBLIC;

--rollback SELECT 1;
