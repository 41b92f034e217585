--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TABLE things (
  number int NOT NULL,
  CONSTRAINT pk_things PRIMARY KEY (number) -- here
);
COMMENT ON TABLE things IS 'Things.';
GRANT SELECT ON things TO dotmac_app;

--rollback SELECT 1;
