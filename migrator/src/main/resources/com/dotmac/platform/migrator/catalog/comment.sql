SELECT r.label AS parent,
  r.label || coalesce('.' || quote_ident(a.attname), '') AS name,
  d.objsubid AS position,
  'COMMENT ON ' || CASE WHEN a.attname IS NOT NULL THEN 'COLUMN'
      WHEN r.relkind IN ('i', 'I') THEN 'INDEX' WHEN r.relkind = 'v' THEN 'VIEW' WHEN r.relkind = 'm' THEN 'MATERIALIZED VIEW'
      WHEN r.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END
    || ' ' || r.label || coalesce('.' || quote_ident(a.attname), '') || ' IS ' || quote_literal(d.description)
    AS definition
FROM pg_description d
JOIN ours r ON d.classoid = 'pg_class'::regclass AND r.oid = d.objoid
LEFT JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.objsubid AND d.objsubid > 0
UNION ALL
-- Of things that are not relations, named as the server names them; the parent is the table they stand on, if any.
SELECT r.label, o.type || ' ' || o.identity, 10000,
  'COMMENT ON ' || upper(o.type) || ' ' || o.identity || ' IS ' || quote_literal(d.description)
FROM pg_description d
CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
LEFT JOIN ours r ON r.oid = coalesce(
  (SELECT conrelid FROM pg_constraint WHERE d.classoid = 'pg_constraint'::regclass AND oid = d.objoid),
  (SELECT tgrelid FROM pg_trigger WHERE d.classoid = 'pg_trigger'::regclass AND oid = d.objoid),
  (SELECT polrelid FROM pg_policy WHERE d.classoid = 'pg_policy'::regclass AND oid = d.objoid))
WHERE d.classoid IN ('pg_constraint'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass,
    'pg_type'::regclass, 'pg_namespace'::regclass, 'pg_statistic_ext'::regclass)
  AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM member)
  AND (o.schema IS NULL AND (r.oid IS NOT NULL OR d.objoid IN (SELECT oid FROM space WHERE nspname <> 'public'))
    OR o.schema IN (SELECT nspname FROM space))
