--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE TABLE things (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  CONSTRAINT fk_things_item FOREIGN KEY (item_id) REFERENCES items (id),
  CONSTRAINT pk_things PRIMARY KEY (id)
);

COMMENT ON TABLE things IS 'Things.';
GRANT SELECT ON things TO dotmac_app;
CREATE INDEX ix_things_item ON things (item_id);

--rollback SELECT 1;
