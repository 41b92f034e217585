-- Those that a partition has from the whole are told with the whole, unless they are switched differently.
SELECT r.label AS parent, quote_ident(t.tgname) AS name, 0 AS position,
  pg_get_triggerdef(t.oid)
    || CASE t.tgenabled WHEN 'O' THEN '' WHEN 'D' THEN ' /* disabled */' ELSE ' /* enabled: ' || t.tgenabled::text || ' */'
       END AS definition,
  ARRAY['create', CASE WHEN t.tgenabled <> 'O' THEN pg_get_triggerdef(t.oid) END,
    'enabled', nullif(t.tgenabled::text, 'O'),
    'constraint', CASE WHEN t.tgconstraint <> 0 THEN 'yes' END,
    'inherited', CASE WHEN t.tgparentid <> 0 THEN 'yes' END] AS parts
FROM pg_trigger t JOIN ours r ON r.oid = t.tgrelid
LEFT JOIN pg_trigger w ON w.oid = t.tgparentid
WHERE NOT t.tgisinternal AND (w.oid IS NULL OR w.tgenabled <> t.tgenabled)
