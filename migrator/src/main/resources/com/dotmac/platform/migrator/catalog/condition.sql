-- What rows must fulfil for a thing to be there, and what tells one column's type from another's. Continues "ours".
-- violations selects the rows that stand in the way, by their key; NULL where nothing can.
, key AS (
  SELECT c.conrelid, string_agg('t.' || quote_ident(a.attname), ', ' ORDER BY k.place) AS columns
  FROM pg_constraint c
  CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY k (attnum, place)
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
  WHERE c.contype = 'p' GROUP BY c.conrelid
), element AS (
  -- The parts of every unique index and exclusion, as expressions over the row.
  SELECT x.indexrelid, n.place, '(' || pg_get_indexdef(x.indexrelid, n.place, true) || ')' AS expression,
    CASE WHEN c.contype = 'x' THEN (SELECT quote_ident(s.nspname) || '.' || o.oprname
      FROM pg_operator o JOIN pg_namespace s ON s.oid = o.oprnamespace
      WHERE o.oid = c.conexclop[n.place]) ELSE 'pg_catalog.=' END AS operator
  FROM pg_index x
  LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x')
  CROSS JOIN LATERAL generate_series(1, x.indnkeyatts) n (place)
  WHERE x.indisunique OR c.contype = 'x'
), rival AS (
  SELECT x.indexrelid,
    'WITH part AS (SELECT row_number() OVER () AS place, '
      || string_agg(e.expression || ' AS e' || e.place, ', ' ORDER BY e.place)
      || coalesce(', ' || k.columns, '') || ' FROM ' || t.label || ' t'
      || coalesce(' WHERE ' || pg_get_expr(x.indpred, x.indrelid), '') || ') SELECT '
      || coalesce(replace(k.columns, 't.', 'a.'), string_agg('a.e' || e.place, ', ' ORDER BY e.place))
      || ' FROM part a JOIN part b ON a.place > b.place AND '
      || string_agg(
           CASE WHEN x.indnullsnotdistinct THEN 'a.e' || e.place || ' IS NOT DISTINCT FROM b.e' || e.place
             ELSE 'a.e' || e.place || ' OPERATOR(' || e.operator || ') b.e' || e.place END, ' AND ' ORDER BY e.place)
      AS violations
  FROM pg_index x
  JOIN ours t ON t.oid = x.indrelid
  JOIN element e ON e.indexrelid = x.indexrelid
  LEFT JOIN key k ON k.conrelid = x.indrelid
  GROUP BY x.indexrelid, x.indrelid, x.indpred, x.indnullsnotdistinct, t.label, k.columns
)
SELECT 'COLUMN' AS kind, r.label AS parent, quote_ident(a.attname) AS name,
  format_type(a.atttypid, NULL) AS type, a.atttypmod AS modifier,
  concat_ws(' ',
    CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || a.attcollation::regcollation::text END,
    nullif(a.attgenerated::text, ''), CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
    nullif(a.attidentity::text, '')) AS nature,
  a.attnotnull AS required,
  CASE WHEN a.attnotnull OR a.attgenerated <> '' THEN
    'SELECT ' || coalesce(k.columns, 't.ctid') || ' FROM ' || r.label || ' t WHERE '
    || concat_ws(' OR ', CASE WHEN a.attnotnull THEN 't.' || quote_ident(a.attname) || ' IS NULL' END,
      CASE WHEN a.attgenerated <> '' THEN 't.' || quote_ident(a.attname) || ' IS DISTINCT FROM ('
        || pg_get_expr(d.adbin, d.adrelid) || ')' END) END AS violations
FROM ours r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN key k ON k.conrelid = r.oid
WHERE r.relkind IN ('r', 'p')
UNION ALL
SELECT 'CONSTRAINT', r.label, quote_ident(c.conname), NULL, 0, NULL, false,
  CASE c.contype
    WHEN 'c' THEN 'SELECT ' || coalesce(k.columns, 't.ctid') || ' FROM ' || r.label || ' t WHERE NOT ('
      || pg_get_expr(c.conbin, c.conrelid) || ')'
    WHEN 'f' THEN (
      SELECT 'SELECT ' || coalesce(k.columns || ', ', '')
        || string_agg('t.' || quote_ident(a.attname) || ' AS ' || quote_ident('missing_' || a.attname), ', ' ORDER BY p.place)
        || ' FROM ' || r.label || ' t WHERE '
        || string_agg('t.' || quote_ident(a.attname) || ' IS NOT NULL', ' AND ' ORDER BY p.place)
        || ' AND NOT EXISTS (SELECT FROM ' || c.confrelid::regclass::text || ' p WHERE '
        || string_agg('p.' || quote_ident(f.attname) || ' = t.' || quote_ident(a.attname), ' AND ' ORDER BY p.place) || ')'
      FROM unnest(c.conkey, c.confkey) WITH ORDINALITY p (here, there, place)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = p.here
      JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = p.there)
    ELSE (SELECT violations FROM rival v WHERE v.indexrelid = c.conindid) END
FROM ours r
JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'x', 'c')
LEFT JOIN key k ON k.conrelid = r.oid
UNION ALL
SELECT 'INDEX', t.label, i.relname::text, NULL, 0, NULL, false, v.violations
FROM rival v
JOIN pg_index x ON x.indexrelid = v.indexrelid
JOIN ours i ON i.oid = x.indexrelid
JOIN ours t ON t.oid = x.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid AND contype IN ('p', 'u', 'x'))
ORDER BY 1, 2, 3
