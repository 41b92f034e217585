-- Position is the height above the tables, so that a view comes after those it reads.
SELECT r.label AS parent, r.label AS name,
  (WITH RECURSIVE below (oid, height) AS (
     SELECT r.oid, 0
     UNION
     SELECT d.refobjid, below.height + 1
     FROM below
     JOIN pg_rewrite w ON w.ev_class = below.oid AND w.rulename = '_RETURN'
     JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
       AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> below.oid
     JOIN pg_class v ON v.oid = d.refobjid AND v.relkind IN ('v', 'm'))
   SELECT max(height) FROM below) AS position,
  'CREATE' || CASE r.relkind WHEN 'm' THEN ' MATERIALIZED' ELSE '' END || ' VIEW ' || r.label
    || coalesce(' WITH (' || array_to_string(r.reloptions, ', ') || ')', '')
    || E' AS\n' || trim(trailing ';' FROM pg_get_viewdef(r.oid)) AS definition,
  ARRAY['word', CASE r.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END,
    'columns', (SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
                FROM pg_attribute WHERE attrelid = r.oid AND attnum > 0 AND NOT attisdropped)] AS parts
FROM ours r WHERE r.relkind IN ('v', 'm')
