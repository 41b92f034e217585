-- The migrator's own record of its runs, made at the start of the first run that has changes to apply. No change of the
-- list makes them, as none makes Liquibase's two tables: they are there before the first change.
-- Rows are only added. The owner gives up the right to alter and delete them, so that nobody does it by mistake; there
-- is no foreign key, because checking one would need that right.
CREATE TABLE IF NOT EXISTS public.migration_runs (
  id uuid NOT NULL,
  verb text NOT NULL,
  database_role text NOT NULL DEFAULT session_user,
  os_user text,
  host text,
  version text,
  commit_id text,
  server_process integer NOT NULL DEFAULT pg_backend_pid(),
  started_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT pk_migration_runs PRIMARY KEY (id)
);
CREATE TABLE IF NOT EXISTS public.migration_steps (
  run_id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  change_id text,
  recorded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  duration_ms bigint,
  outcome text,
  detail text,
  CONSTRAINT pk_migration_steps PRIMARY KEY (run_id, number),
  CONSTRAINT ck_migration_steps_kind CHECK (kind IN ('apply', 'adopt', 'roll_back', 'wait', 'retry', 'clean', 'end'))
);
REVOKE UPDATE, DELETE, TRUNCATE ON public.migration_runs, public.migration_steps FROM CURRENT_USER;
