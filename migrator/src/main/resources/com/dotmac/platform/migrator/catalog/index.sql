-- Those behind a constraint are described with the constraint.
SELECT t.label AS parent, i.relname::text AS name, CASE WHEN x.indisunique THEN 0 ELSE 1 END AS position,
  pg_get_indexdef(x.indexrelid)
    || CASE WHEN x.indisclustered THEN ' /* clustered */' ELSE '' END
    || CASE WHEN x.indisvalid THEN '' ELSE ' /* invalid */' END AS definition
FROM pg_index x
JOIN ours i ON i.oid = x.indexrelid
JOIN ours t ON t.oid = x.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid AND contype IN ('p', 'u', 'x'))
