--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE TYPE item_state AS ENUM ('new', 'old'); -- here

--rollback SELECT 1;
