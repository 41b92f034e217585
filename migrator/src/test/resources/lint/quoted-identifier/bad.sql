--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TABLE things (
  id uuid NOT NULL,
  "order" bigint, -- here
  CONSTRAINT pk_things PRIMARY KEY (id)
);

COMMENT ON TABLE things IS 'Things.';
GRANT SELECT ON things TO dotmac_app;

--rollback SELECT 1;
