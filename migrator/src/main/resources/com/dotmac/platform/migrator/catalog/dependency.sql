-- Who rests on what: dropping or altering the second is refused, or takes the first along. Both as the reader names them.
, named (classid, objid, sub, identity) AS (
  SELECT 'pg_class'::regclass::oid, oid, 0,
    CASE relkind WHEN 'v' THEN 'VIEW ' WHEN 'm' THEN 'VIEW ' WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || label
  FROM ours WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
  UNION ALL
  SELECT 'pg_class'::regclass, i.oid, 0,
    coalesce((SELECT 'CONSTRAINT ' || t.label || '.' || quote_ident(conname) FROM pg_constraint
              WHERE conindid = i.oid AND contype IN ('p', 'u', 'x')), 'INDEX ' || t.label || '.' || i.label)
  FROM pg_index x JOIN ours i ON i.oid = x.indexrelid JOIN ours t ON t.oid = x.indrelid
  UNION ALL
  SELECT 'pg_class'::regclass, r.oid, a.attnum, 'COLUMN ' || r.label || '.' || quote_ident(a.attname)
  FROM ours r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE r.relkind IN ('r', 'p', 'f')
  UNION ALL
  SELECT 'pg_class'::regclass, r.oid, a.attnum, 'VIEW ' || r.label
  FROM ours r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE r.relkind IN ('v', 'm')
  UNION ALL
  SELECT 'pg_attrdef'::regclass, d.oid, 0, 'COLUMN ' || r.label || '.' || quote_ident(a.attname)
  FROM pg_attrdef d JOIN ours r ON r.oid = d.adrelid JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.adnum
  UNION ALL
  SELECT 'pg_rewrite'::regclass, w.oid, 0,
    CASE w.rulename WHEN '_RETURN' THEN 'VIEW ' || r.label ELSE 'RULE ' || r.label || '.' || quote_ident(w.rulename) END
  FROM pg_rewrite w JOIN ours r ON r.oid = w.ev_class
  UNION ALL
  SELECT 'pg_policy'::regclass, p.oid, 0, 'POLICY ' || r.label || '.' || quote_ident(p.polname)
  FROM pg_policy p JOIN ours r ON r.oid = p.polrelid
  UNION ALL
  SELECT 'pg_trigger'::regclass, t.oid, 0, 'TRIGGER ' || r.label || '.' || quote_ident(t.tgname)
  FROM pg_trigger t JOIN ours r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'pg_constraint'::regclass, c.oid, 0, 'CONSTRAINT ' || r.label || '.' || quote_ident(c.conname)
  FROM pg_constraint c JOIN ours r ON r.oid = c.conrelid WHERE c.contype IN ('p', 'u', 'f', 'x', 'c')
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, s.oid, 0, 'STATISTICS ' || r.label || '.' || quote_ident(s.stxname)
  FROM pg_statistic_ext s JOIN ours r ON r.oid = s.stxrelid
  UNION ALL
  SELECT 'pg_proc'::regclass, oid, 0, 'FUNCTION ' || oid::regprocedure
  FROM pg_proc WHERE pronamespace IN (SELECT oid FROM space)
  UNION ALL
  SELECT 'pg_type'::regclass, oid, 0, 'TYPE ' || format_type(oid, NULL)
  FROM pg_type WHERE typnamespace IN (SELECT oid FROM space) AND typtype IN ('e', 'd', 'r', 'c')
)
SELECT DISTINCT upper.identity AS dependant, lower.identity AS needed
FROM pg_depend d
JOIN named upper ON (upper.classid, upper.objid, upper.sub) = (d.classid, d.objid, d.objsubid)
JOIN named lower ON (lower.classid, lower.objid, lower.sub) = (d.refclassid, d.refobjid, d.refobjsubid)
WHERE d.deptype IN ('n', 'a') AND upper.identity <> lower.identity
