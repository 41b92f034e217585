--liquibase formatted sql
-- Given:
--   CREATE TABLE readings_2026 (
--     id uuid NOT NULL,
--     year int NOT NULL,
--     CONSTRAINT pk_readings_2026 PRIMARY KEY (id)
--   );
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
ALTER TABLE readings ATTACH PARTITION readings_2026 FOR VALUES FROM (2026) TO (2027); -- here

--rollback SELECT 1;
