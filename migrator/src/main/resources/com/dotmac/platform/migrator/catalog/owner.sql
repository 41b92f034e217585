-- Who owns a thing is told only where it is another than the owner of the history, so that it does not matter who
-- migrates. What a table carries along (its indexes, its identity sequences) follows its owner.
, master AS (
  SELECT relowner FROM pg_class WHERE oid = to_regclass('public.databasechangelog')
)
SELECT CASE WHEN o.word LIKE '%TABLE' OR o.word LIKE '%VIEW' OR o.word = 'SEQUENCE' THEN o.label END AS parent,
  lower(o.word) || ' ' || o.label AS name, 0 AS position,
  'ALTER ' || o.word || ' ' || o.label || ' OWNER TO ' || quote_ident(pg_get_userbyid(o.owner)) AS definition,
  ARRAY['on', o.word || ' ' || o.label] AS parts
FROM (
  SELECT CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
      WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS word,
    label, relowner AS owner
  FROM ours r
  WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    AND NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND r.relkind = 'S'
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'SCHEMA', quote_ident(nspname), nspowner FROM space WHERE nspname <> 'public'
  UNION ALL
  SELECT CASE prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END,
    oid::regprocedure::text, proowner
  FROM pg_proc
  WHERE pronamespace IN (SELECT oid FROM space)
    AND (('pg_proc'::regclass)::oid, oid) NOT IN (SELECT classid, objid FROM member)
  UNION ALL
  SELECT CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, format_type(oid, NULL), typowner
  FROM pg_type t
  WHERE typnamespace IN (SELECT oid FROM space)
    AND (('pg_type'::regclass)::oid, oid) NOT IN (SELECT classid, objid FROM member)
    AND (typtype IN ('d', 'e', 'r') OR (typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c'))
) o
CROSS JOIN master
WHERE o.owner <> master.relowner
