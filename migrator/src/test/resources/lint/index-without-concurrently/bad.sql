--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE INDEX ix_items_name ON items (name); -- here

--rollback SELECT 1;
