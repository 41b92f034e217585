SELECT r.label AS parent, quote_ident(w.rulename) AS name, 0 AS position,
  trim(trailing ';' FROM pg_get_ruledef(w.oid))
    || CASE w.ev_enabled WHEN 'O' THEN '' ELSE ' /* enabled: ' || w.ev_enabled::text || ' */' END AS definition,
  ARRAY['create', CASE WHEN w.ev_enabled <> 'O' THEN trim(trailing ';' FROM pg_get_ruledef(w.oid)) END,
    'enabled', nullif(w.ev_enabled::text, 'O')] AS parts
FROM pg_rewrite w JOIN ours r ON r.oid = w.ev_class
WHERE w.rulename <> '_RETURN'
