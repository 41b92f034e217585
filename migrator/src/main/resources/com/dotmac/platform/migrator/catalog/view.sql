SELECT r.label AS parent, r.label AS name, 0 AS position,
  'CREATE' || CASE r.relkind WHEN 'm' THEN ' MATERIALIZED' ELSE '' END || ' VIEW ' || r.label
    || coalesce(' WITH (' || array_to_string(r.reloptions, ', ') || ')', '')
    || E' AS\n' || trim(trailing ';' FROM pg_get_viewdef(r.oid)) AS definition
FROM ours r WHERE r.relkind IN ('v', 'm')
