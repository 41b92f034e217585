--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:bad labels:expand splitStatements:false stripComments:false
CREATE ROLE reporter NOLOGIN BYPASSRLS; -- here

--rollback SELECT 1;
