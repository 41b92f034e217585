SELECT r.label AS parent, quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type,
  a.attnotnull AS required,
  CASE WHEN a.attidentity <> '' THEN 'identity' ELSE pg_get_expr(d.adbin, d.adrelid) END AS value,
  col_description(r.oid, a.attnum) AS comment,
  EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = r.oid AND k.contype = 'p' AND a.attnum = ANY (k.conkey)) AS key
FROM ours r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind IN ('r', 'p', 'f')
ORDER BY r.label COLLATE "C", a.attnum
