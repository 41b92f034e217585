--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TABLE things
  ( -- here
  id uuid NOT NULL,
  name varchar(100),
  CONSTRAINT pk_things PRIMARY KEY (id)
) INHERITS (items);

COMMENT ON TABLE things IS 'Things.';
GRANT SELECT ON things TO dotmac_app;

--rollback SELECT 1;
