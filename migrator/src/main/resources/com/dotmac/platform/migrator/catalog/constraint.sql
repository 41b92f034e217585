-- Position puts keys before references before checks. NOT NULL is told with the column, a constraint trigger as trigger.
-- Left out: what a partition or a child has from its parent. A reference whose triggers are off is not enforced.
SELECT r.label AS parent, quote_ident(c.conname) AS name, strpos('pufxc', c.contype::text) AS position,
  'CONSTRAINT ' || quote_ident(c.conname) || ' ' || d.rule
    || CASE WHEN i.indisvalid THEN '' WHEN i.indexrelid IS NULL THEN '' ELSE ' /* invalid */' END
    || CASE WHEN o.triggers IS NULL THEN '' ELSE ' /* triggers disabled */' END AS definition,
  ARRAY['rule', CASE WHEN d.tail <> '' OR i.indisvalid IS FALSE OR o.triggers IS NOT NULL
      THEN left(d.rule, length(d.rule) - length(d.tail)) END,
    'timing', nullif(d.timing, ''),
    'not_valid', CASE WHEN NOT c.convalidated THEN 'NOT VALID' END,
    'key', CASE c.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'x' THEN 'EXCLUDE' END,
    'partitioned', CASE r.relkind WHEN 'p' THEN 'yes' END,
    'references', CASE c.contype WHEN 'f' THEN c.confrelid::regclass::text END,
    'index', CASE WHEN c.contype IN ('p', 'u') AND r.relkind = 'r' THEN pg_get_indexdef(c.conindid) END,
    'enable', o.triggers] AS parts
FROM ours r
JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'x', 'c')
LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u', 'x')
CROSS JOIN LATERAL (
  SELECT e.rule, e.timing,
    e.timing || CASE WHEN c.convalidated THEN '' ELSE ' NOT VALID' END AS tail
  FROM (
    SELECT pg_get_constraintdef(c.oid) AS rule,
      CASE WHEN c.condeferrable THEN ' DEFERRABLE' ELSE '' END
        || CASE WHEN c.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END AS timing
  ) e
) d
CROSS JOIN LATERAL (
  SELECT string_agg('ALTER TABLE ' || t.tgrelid::regclass || ' ENABLE TRIGGER ' || quote_ident(t.tgname), E'\n'
    ORDER BY t.tgname) AS triggers
  FROM pg_trigger t WHERE t.tgconstraint = c.oid AND t.tgisinternal AND t.tgenabled = 'D'
) o
WHERE c.conparentid = 0 AND (c.conislocal OR c.coninhcount = 0)
