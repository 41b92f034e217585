-- Those of identity columns belong to their column and are described with it.
SELECT NULL AS parent, q.label AS name, 0 AS position,
  'CREATE' || CASE q.relpersistence WHEN 'u' THEN ' UNLOGGED' ELSE '' END || ' SEQUENCE ' || q.label || ' ' || q.settings
    || CASE WHEN q.seqcycle THEN ' CYCLE' ELSE '' END || coalesce(' OWNED BY ' || q.owned, '') AS definition,
  ARRAY['settings', q.settings || CASE WHEN q.seqcycle THEN ' CYCLE' ELSE ' NO CYCLE' END,
    'owned_by', q.owned, 'unlogged', CASE q.relpersistence WHEN 'u' THEN 'UNLOGGED' END] AS parts
FROM (
  SELECT r.*, s.seqcycle,
    'AS ' || format_type(s.seqtypid, NULL) || ' START ' || s.seqstart || ' INCREMENT ' || s.seqincrement
      || ' MINVALUE ' || s.seqmin || ' MAXVALUE ' || s.seqmax || ' CACHE ' || s.seqcache AS settings,
    (SELECT d.refobjid::regclass::text || '.' || quote_ident(a.attname)
     FROM pg_depend d
     JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
     WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
       AND d.deptype = 'a') AS owned
  FROM ours r JOIN pg_sequence s ON s.seqrelid = r.oid
  WHERE NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'i')
) q
