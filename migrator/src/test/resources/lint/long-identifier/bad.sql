--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TABLE things (
  id uuid NOT NULL,
  the_number_of_things_that_somebody_counted_before_he_went_home_at bigint, -- here
  CONSTRAINT pk_things PRIMARY KEY (id)
);

COMMENT ON TABLE things IS 'Things.';
GRANT SELECT ON things TO dotmac_app;

--rollback SELECT 1;
