-- What can be asked where nobody keeps a history: how many tables there are beside those that a migrator makes before its
-- first change, and the migrators at work.
SELECT t.tables, m.migrators
FROM (
  SELECT count(*) AS tables FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'
    AND c.relname NOT IN ('databasechangeloglock', 'migration_runs', 'migration_steps')
) t, (
:migrators) m
