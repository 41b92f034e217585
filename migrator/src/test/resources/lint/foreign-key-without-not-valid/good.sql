--liquibase formatted sql
-- Given:
--   CREATE TABLE items (
--     id uuid NOT NULL,
--     owner_id uuid,
--     CONSTRAINT pk_items PRIMARY KEY (id)
--   );
--   CREATE INDEX ix_items_owner ON items (owner_id);
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ADD CONSTRAINT fk_items_owner FOREIGN KEY (owner_id) REFERENCES owners (id) NOT VALID;

--rollback SELECT 1;
