SELECT r.label AS parent,
  CASE n.nspname WHEN 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || quote_ident(s.stxname) AS name,
  0 AS position, pg_get_statisticsobjdef(s.oid) AS definition, NULL::text[] AS parts
FROM pg_statistic_ext s
JOIN ours r ON r.oid = s.stxrelid
JOIN pg_namespace n ON n.oid = s.stxnamespace
