--liquibase formatted sql
-- Given:
--   CREATE FUNCTION item_count() RETURNS bigint LANGUAGE sql STABLE
--     RETURN (SELECT count(*) FROM items);
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE FUNCTION item_count_of(name varchar) RETURNS bigint
  LANGUAGE sql STABLE
  RETURN (SELECT count(*) FROM items);
REVOKE EXECUTE ON FUNCTION item_count_of(varchar) FROM PUBLIC;

--rollback SELECT 1;
