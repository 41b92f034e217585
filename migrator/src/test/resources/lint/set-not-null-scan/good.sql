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
--   ALTER TABLE items ADD CONSTRAINT ck_items_name CHECK (name IS NOT NULL) NOT VALID;
--   ALTER TABLE items VALIDATE CONSTRAINT ck_items_name;
-- Why: a fixture.
-- Phase: contract
-- Rollback: reversible
--changeset dotmac:good labels:contract splitStatements:false stripComments:false
ALTER TABLE items ALTER COLUMN name SET NOT NULL;

--rollback SELECT 1;
