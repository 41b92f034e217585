--liquibase formatted sql
-- Given:
--   CREATE TABLE items (
--     tenant_id uuid NOT NULL,
--     id uuid NOT NULL,
--     number int,
--     name varchar(100),
--     amount numeric(9, 2),
--     CONSTRAINT pk_items PRIMARY KEY (tenant_id, id)
--   );
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE items
  ALTER COLUMN amount TYPE numeric(12, 2);

--rollback SELECT 1;
