--liquibase formatted sql
-- Why: whoever runs the migrator owns the tables; the application and the people who only look get roles
--      that can use tables and make none. Both roles are made here without a login, so that no password is ever part of
--      a change file; docs/deploy.md says how a login is given.
-- Phase: expand
-- Rollback: reversible. Roles belong to the whole cluster and other databases may use them: they stay.
-- Lint: allow anonymous-block because CREATE ROLE knows no IF NOT EXISTS, and roles outlive a database.
--changeset dotmac:0001-roles-create-app-and-readonly labels:expand splitStatements:false stripComments:false
DO $roles$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['dotmac_app', 'dotmac_readonly'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', wanted);
      EXCEPTION
        WHEN duplicate_object OR unique_violation THEN
          NULL; -- a migrator of another database of this cluster was quicker
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'role % does not exist and % may not create it', wanted, current_user
            USING ERRCODE = 'insufficient_privilege',
                  HINT = format('Ask an administrator of the cluster to run: CREATE ROLE %I NOLOGIN;', wanted);
      END;
    END IF;
  END LOOP;
END
$roles$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO dotmac_app, dotmac_readonly;
GRANT SELECT ON databasechangelog, databasechangeloglock TO dotmac_app, dotmac_readonly;

/* liquibase rollback
REVOKE SELECT ON databasechangelog, databasechangeloglock FROM dotmac_app, dotmac_readonly;
REVOKE USAGE ON SCHEMA public FROM dotmac_app, dotmac_readonly;
*/
