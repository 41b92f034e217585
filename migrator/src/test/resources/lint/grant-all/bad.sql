--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
GRANT ALL ON items TO dotmac_app; -- here

--rollback SELECT 1;
