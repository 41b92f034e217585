--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE FUNCTION item_count() RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS 'SELECT count(*) FROM items';
REVOKE EXECUTE ON FUNCTION item_count() FROM PUBLIC;

--rollback SELECT 1;
