SELECT r.label AS parent,
  r.label || coalesce('.' || quote_ident(a.attname), '') AS name,
  d.objsubid AS position,
  'COMMENT ON ' || o.subject || ' IS ' || quote_literal(d.description) AS definition,
  ARRAY['on', o.subject] AS parts
FROM pg_description d
JOIN ours r ON d.classoid = 'pg_class'::regclass AND r.oid = d.objoid
LEFT JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.objsubid AND d.objsubid > 0
CROSS JOIN LATERAL (
  SELECT CASE WHEN a.attname IS NOT NULL THEN 'COLUMN'
      WHEN r.relkind IN ('i', 'I') THEN 'INDEX' WHEN r.relkind = 'v' THEN 'VIEW' WHEN r.relkind = 'm' THEN 'MATERIALIZED VIEW'
      WHEN r.relkind = 'S' THEN 'SEQUENCE' WHEN r.relkind = 'c' THEN 'TYPE' WHEN r.relkind = 'f' THEN 'FOREIGN TABLE'
      ELSE 'TABLE' END
    || ' ' || r.label || coalesce('.' || quote_ident(a.attname), '') AS subject
) o
UNION ALL
-- Of things that are not relations, named as the server names them; the parent is the table they stand on, if any.
SELECT r.label, s.word || ' ' || s.identity, 10000,
  'COMMENT ON ' || s.word || ' ' || s.identity || ' IS ' || quote_literal(d.description),
  ARRAY['on', s.word || ' ' || s.identity]
FROM pg_description d
CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
LEFT JOIN ours r ON r.oid = coalesce(
  (SELECT conrelid FROM pg_constraint WHERE d.classoid = 'pg_constraint'::regclass AND oid = d.objoid),
  (SELECT tgrelid FROM pg_trigger WHERE d.classoid = 'pg_trigger'::regclass AND oid = d.objoid),
  (SELECT polrelid FROM pg_policy WHERE d.classoid = 'pg_policy'::regclass AND oid = d.objoid),
  (SELECT ev_class FROM pg_rewrite WHERE d.classoid = 'pg_rewrite'::regclass AND oid = d.objoid),
  (SELECT stxrelid FROM pg_statistic_ext WHERE d.classoid = 'pg_statistic_ext'::regclass AND oid = d.objoid))
CROSS JOIN LATERAL (
  SELECT CASE o.type WHEN 'table constraint' THEN 'CONSTRAINT' WHEN 'domain constraint' THEN 'CONSTRAINT'
      WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(o.type) END AS word,
    CASE d.classoid
      WHEN 'pg_proc'::regclass THEN d.objoid::regprocedure::text
      WHEN 'pg_type'::regclass THEN format_type(d.objoid, NULL)
      WHEN 'pg_constraint'::regclass THEN (
        SELECT quote_ident(conname) || ' ON ' || coalesce(r.label, 'DOMAIN ' || format_type(contypid, NULL))
        FROM pg_constraint WHERE oid = d.objoid)
      WHEN 'pg_trigger'::regclass THEN (
        SELECT quote_ident(tgname) || ' ON ' || r.label FROM pg_trigger WHERE oid = d.objoid)
      WHEN 'pg_policy'::regclass THEN (
        SELECT quote_ident(polname) || ' ON ' || r.label FROM pg_policy WHERE oid = d.objoid)
      WHEN 'pg_rewrite'::regclass THEN (
        SELECT quote_ident(rulename) || ' ON ' || r.label FROM pg_rewrite WHERE oid = d.objoid)
      ELSE o.identity END AS identity
) s
WHERE d.classoid IN ('pg_constraint'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass,
    'pg_type'::regclass, 'pg_namespace'::regclass, 'pg_statistic_ext'::regclass, 'pg_rewrite'::regclass)
  AND (d.classoid, d.objoid) NOT IN (SELECT classid, objid FROM member)
  AND (o.schema IS NULL AND (r.oid IS NOT NULL OR d.objoid IN (SELECT oid FROM space WHERE nspname <> 'public'))
    OR o.schema IN (SELECT nspname FROM space))
