SELECT r.label AS parent, quote_ident(t.tgname) AS name, 0 AS position,
  pg_get_triggerdef(t.oid)
    || CASE t.tgenabled WHEN 'O' THEN '' WHEN 'D' THEN ' /* disabled */' ELSE ' /* enabled: ' || t.tgenabled::text || ' */'
       END AS definition
FROM pg_trigger t JOIN ours r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal
