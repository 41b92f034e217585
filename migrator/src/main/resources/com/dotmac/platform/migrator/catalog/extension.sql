-- Without its version: that comes with the server and is not what the changes decide.
SELECT NULL AS parent, quote_ident(e.extname) AS name, 0 AS position,
  'CREATE EXTENSION ' || quote_ident(e.extname)
    || CASE WHEN n.nspname = 'public' THEN '' ELSE ' SCHEMA ' || quote_ident(n.nspname) END AS definition,
  ARRAY['schema', quote_ident(n.nspname)] AS parts
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'
