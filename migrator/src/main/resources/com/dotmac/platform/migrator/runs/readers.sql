-- The application shows who changed the schema last, and how long each change took. Its role is made by a change, after
-- these tables, and no change of the list knows them: so the right is given at the end of a run.
DO $readers$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'dotmac_app')
      AND NOT has_table_privilege('dotmac_app', 'public.migration_steps', 'SELECT')
      AND (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'public.migration_steps'::regclass) THEN
    GRANT SELECT ON public.migration_runs, public.migration_steps TO dotmac_app;
  END IF;
END
$readers$
