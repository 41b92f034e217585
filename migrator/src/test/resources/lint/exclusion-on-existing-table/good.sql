--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE TABLE things (
  id uuid NOT NULL,
  room_id uuid NOT NULL,
  period tstzrange NOT NULL,
  CONSTRAINT ex_things_room_period EXCLUDE USING gist (room_id WITH =, period WITH &&),
  CONSTRAINT pk_things PRIMARY KEY (id)
);

COMMENT ON TABLE things IS 'Things.';
GRANT SELECT ON things TO dotmac_app;

--rollback SELECT 1;
