SELECT NULL AS parent, quote_ident(nspname) AS name, 0 AS position,
  'CREATE SCHEMA ' || quote_ident(nspname) AS definition, NULL::text[] AS parts
FROM space WHERE nspname <> 'public'
