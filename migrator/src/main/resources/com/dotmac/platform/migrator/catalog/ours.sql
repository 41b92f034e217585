-- What the catalogue reader looks at. Each of the other files continues this statement with a SELECT that gives
-- parent (the table a thing belongs to, or NULL), name, position (its place among its like) and definition.
-- Left out everywhere: the system's schemas, whatever belongs to an extension, Liquibase's two tables and
-- the migrator's own two.
WITH member AS (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), space AS (
  SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND (('pg_namespace'::regclass)::oid, oid) NOT IN (SELECT classid, objid FROM member)
), relation AS (
  SELECT c.*, c.oid::regclass::text AS label,
    EXISTS (
      SELECT FROM pg_class h
      WHERE h.relnamespace = to_regnamespace('public')
        AND h.relname IN ('databasechangelog', 'databasechangeloglock', 'migration_runs', 'migration_steps')
        AND (h.oid = c.oid OR h.oid IN (SELECT indrelid FROM pg_index WHERE indexrelid = c.oid))
    ) AS history
  FROM pg_class c
  WHERE c.relnamespace IN (SELECT oid FROM space)
    AND (('pg_class'::regclass)::oid, c.oid) NOT IN (SELECT classid, objid FROM member)
), ours AS (
  SELECT * FROM relation WHERE NOT history
), grantable AS (
  -- Everything that carries rights, Liquibase's two tables too: the application must be able to read them. How a GRANT
  -- names it, who owns it, what it grants, what it grants by default.
  SELECT 'TABLE'::text AS word, label AS label, label AS parent, relowner AS owner, relacl AS acl,
    acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END, relowner) AS usual
  FROM relation WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND label NOT IN ('migration_runs', 'migration_steps')
  UNION ALL
  SELECT 'SEQUENCE', label, label, relowner, relacl, acldefault('s', relowner) FROM ours WHERE relkind = 'S'
  UNION ALL
  SELECT 'SCHEMA', quote_ident(nspname), NULL, nspowner, nspacl, acldefault('n', nspowner) FROM space
  UNION ALL
  SELECT CASE prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, oid::regprocedure::text, NULL, proowner, proacl,
    acldefault('f', proowner)
  FROM pg_proc
  WHERE pronamespace IN (SELECT oid FROM space)
    AND (('pg_proc'::regclass)::oid, oid) NOT IN (SELECT classid, objid FROM member)
  UNION ALL
  SELECT CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, format_type(oid, NULL), NULL, typowner, typacl,
    acldefault('T', typowner)
  FROM pg_type
  WHERE typnamespace IN (SELECT oid FROM space) AND typtype IN ('d', 'e', 'r')
    AND (('pg_type'::regclass)::oid, oid) NOT IN (SELECT classid, objid FROM member)
)
