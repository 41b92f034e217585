--liquibase formatted sql
-- Why: two tenants that look after all others would be one too many, also when two operators begin at once.
-- Phase: expand
-- Rollback: reversible
--changeset dotmac:0019-tenancy-index-platform labels:expand runInTransaction:false splitStatements:false stripComments:false
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS uq_tenants_platform ON tenants (platform) WHERE platform;

--rollback DROP INDEX CONCURRENTLY uq_tenants_platform;
