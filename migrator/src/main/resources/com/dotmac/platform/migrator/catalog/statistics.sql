SELECT r.label AS parent, quote_ident(s.stxname) AS name, 0 AS position, pg_get_statisticsobjdef(s.oid) AS definition
FROM pg_statistic_ext s JOIN ours r ON r.oid = s.stxrelid
