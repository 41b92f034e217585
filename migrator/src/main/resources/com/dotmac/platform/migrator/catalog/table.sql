-- The table itself; its columns, constraints and the rest are objects of their own.
SELECT t.label AS parent, t.label AS name, 0 AS position,
  concat_ws(E'\n',
    concat_ws(' ', 'CREATE', t.unlogged, CASE t.relkind WHEN 'f' THEN 'FOREIGN' END, 'TABLE ' || t.label,
      'PARTITION OF ' || t.whole, t.bound, 'INHERITS ' || t.ancestors, 'PARTITION BY ' || t.split, 'USING ' || t.method,
      'WITH (' || t.options || ')', 'TABLESPACE ' || t.space),
    'ALTER TABLE ' || t.label || ' ' || t.secured,
    'ALTER TABLE ' || t.label || ' ' || t.forced,
    'ALTER TABLE ' || t.label || ' ' || t.replicated) AS definition,
  ARRAY['unlogged', t.unlogged, 'partition_of', t.whole, 'bound', t.bound, 'inherits', t.ancestors, 'partition_by', t.split,
    'using', t.method, 'options', t.options,
    'option_names', t.option_names, 'tablespace', t.space, 'row_security', t.secured, 'forced', t.forced,
    'replica_identity', t.replicated] AS parts
FROM (
  SELECT r.label, r.relkind,
    CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED' END AS unlogged,
    CASE WHEN r.relispartition THEN p.parents END AS whole,
    CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END AS bound,
    CASE WHEN NOT r.relispartition THEN p.parents END AS ancestors,
    CASE r.relkind WHEN 'p' THEN pg_get_partkeydef(r.oid) END AS split,
    CASE WHEN m.amname <> 'heap' THEN quote_ident(m.amname) END AS method,
    array_to_string(r.reloptions, ', ') AS options,
    (SELECT string_agg(split_part(o, '=', 1), ', ') FROM unnest(r.reloptions) o) AS option_names,
    (SELECT quote_ident(spcname) FROM pg_tablespace WHERE oid = r.reltablespace) AS space,
    CASE WHEN r.relrowsecurity THEN 'ENABLE ROW LEVEL SECURITY' END AS secured,
    CASE WHEN r.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END AS forced,
    CASE r.relreplident
      WHEN 'n' THEN 'REPLICA IDENTITY NOTHING'
      WHEN 'f' THEN 'REPLICA IDENTITY FULL'
      WHEN 'i' THEN 'REPLICA IDENTITY USING INDEX '
        || coalesce((SELECT quote_ident(i.relname) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                     WHERE x.indrelid = r.oid AND x.indisreplident), '(dropped)')
    END AS replicated
  FROM ours r
  LEFT JOIN pg_am m ON m.oid = r.relam
  CROSS JOIN LATERAL (
    SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) AS parents FROM pg_inherits WHERE inhrelid = r.oid
  ) p
  WHERE r.relkind IN ('r', 'p', 'f')
) t
