--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TABLE readings_2026 PARTITION OF readings -- here
  FOR VALUES FROM (2026) TO (2027);
COMMENT ON TABLE readings_2026 IS 'Readings of 2026.';

--rollback SELECT 1;
