-- Those behind a constraint are described with the constraint, those of a partition with the index of the whole.
SELECT t.label AS parent, i.label AS name, CASE WHEN x.indisunique THEN 0 ELSE 1 END AS position,
  d.text || d.state AS definition,
  ARRAY['create', CASE WHEN d.state <> '' THEN d.text END, 'state', nullif(d.state, ''),
    'partitioned', CASE WHEN i.relkind = 'I' THEN 'yes' END,
    'on_view', CASE WHEN t.relkind = 'm' THEN 'yes' END] AS parts
FROM pg_index x
JOIN ours i ON i.oid = x.indexrelid
JOIN ours t ON t.oid = x.indrelid
CROSS JOIN LATERAL (
  SELECT CASE i.relkind WHEN 'I' THEN replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON ')
      ELSE pg_get_indexdef(x.indexrelid) END AS text,
    CASE WHEN x.indisclustered THEN ' /* clustered */' ELSE '' END
    || CASE WHEN x.indisvalid AND x.indisready AND x.indislive THEN '' ELSE ' /* invalid */' END AS state
) d
WHERE NOT i.relispartition
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid AND contype IN ('p', 'u', 'x'))
