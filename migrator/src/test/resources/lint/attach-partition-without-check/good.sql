--liquibase formatted sql
-- Given:
--   CREATE TABLE readings_2026 (
--     id uuid NOT NULL,
--     year int NOT NULL,
--     CONSTRAINT pk_readings_2026 PRIMARY KEY (id)
--   );
--   ALTER TABLE readings_2026 ADD CONSTRAINT ck_readings_2026_year CHECK (year = 2026);
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
ALTER TABLE readings ATTACH PARTITION readings_2026 FOR VALUES FROM (2026) TO (2027);

--rollback SELECT 1;
