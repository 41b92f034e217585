--liquibase formatted sql
-- Why: a fixture.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:good labels:expand splitStatements:false stripComments:false
CREATE ROLE reporter NOLOGIN NOBYPASSRLS;

--rollback SELECT 1;
