SELECT NULL AS parent, quote_ident(nspname) AS name, 0 AS position,
  'CREATE SCHEMA ' || quote_ident(nspname) AS definition
FROM space WHERE nspname <> 'public'
