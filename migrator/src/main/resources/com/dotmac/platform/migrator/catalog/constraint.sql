-- Position puts keys before references before checks. NOT NULL is told with the column, a constraint trigger as trigger.
SELECT r.label AS parent, quote_ident(c.conname) AS name, strpos('pufxc', c.contype::text) AS position,
  'CONSTRAINT ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid)
    || CASE WHEN i.indisvalid THEN '' WHEN i.indexrelid IS NULL THEN '' ELSE ' /* invalid */' END AS definition
FROM ours r
JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'x', 'c')
LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u', 'x')
