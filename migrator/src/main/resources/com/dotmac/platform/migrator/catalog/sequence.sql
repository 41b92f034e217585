-- Those of identity columns belong to their column and are described with it.
SELECT NULL AS parent, r.label AS name, 0 AS position,
  'CREATE' || CASE r.relpersistence WHEN 'u' THEN ' UNLOGGED' ELSE '' END || ' SEQUENCE ' || r.label || ' AS '
    || format_type(s.seqtypid, NULL) || ' START ' || s.seqstart || ' INCREMENT ' || s.seqincrement
    || ' MINVALUE ' || s.seqmin || ' MAXVALUE ' || s.seqmax || ' CACHE ' || s.seqcache
    || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END
    || coalesce((SELECT ' OWNED BY ' || d.refobjid::regclass::text || '.' || quote_ident(a.attname)
                 FROM pg_depend d
                 JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                 WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
                   AND d.deptype = 'a'), '') AS definition
FROM ours r JOIN pg_sequence s ON s.seqrelid = r.oid
WHERE NOT EXISTS (
  SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'i')
