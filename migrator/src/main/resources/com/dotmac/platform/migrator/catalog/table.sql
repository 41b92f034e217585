-- The table itself; its columns, constraints and the rest are objects of their own.
SELECT r.label AS parent, r.label AS name, 0 AS position,
  concat_ws(E'\n',
    'CREATE' || CASE r.relpersistence WHEN 'u' THEN ' UNLOGGED' ELSE '' END
      || CASE r.relkind WHEN 'f' THEN ' FOREIGN' ELSE '' END || ' TABLE ' || r.label
      || coalesce((SELECT CASE WHEN r.relispartition THEN ' PARTITION OF ' ELSE ' INHERITS ' END
                     || string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno)
                   FROM pg_inherits WHERE inhrelid = r.oid), '')
      || CASE WHEN r.relispartition THEN ' ' || pg_get_expr(r.relpartbound, r.oid) ELSE '' END
      || CASE r.relkind WHEN 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(r.oid) ELSE '' END
      || CASE WHEN m.amname <> 'heap' THEN ' USING ' || quote_ident(m.amname) ELSE '' END
      || coalesce(' WITH (' || array_to_string(r.reloptions, ', ') || ')', '')
      || coalesce((SELECT ' TABLESPACE ' || quote_ident(spcname) FROM pg_tablespace WHERE oid = r.reltablespace), ''),
    CASE WHEN r.relrowsecurity THEN 'ALTER TABLE ' || r.label || ' ENABLE ROW LEVEL SECURITY' END,
    CASE WHEN r.relforcerowsecurity THEN 'ALTER TABLE ' || r.label || ' FORCE ROW LEVEL SECURITY' END,
    CASE r.relreplident
      WHEN 'n' THEN 'ALTER TABLE ' || r.label || ' REPLICA IDENTITY NOTHING'
      WHEN 'f' THEN 'ALTER TABLE ' || r.label || ' REPLICA IDENTITY FULL'
      WHEN 'i' THEN 'ALTER TABLE ' || r.label || ' REPLICA IDENTITY USING INDEX '
        || coalesce((SELECT quote_ident(i.relname) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                     WHERE x.indrelid = r.oid AND x.indisreplident), '(dropped)')
    END) AS definition
FROM ours r LEFT JOIN pg_am m ON m.oid = r.relam
WHERE r.relkind IN ('r', 'p', 'f')
