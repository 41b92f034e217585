-- NOT NULL is told here and only here: PostgreSQL 18 also keeps a constraint for it, older ones do not.
, identity_sequence AS (
  -- What an identity column counts with, where it is not what PostgreSQL chooses by itself.
  SELECT d.refobjid AS relation, d.refobjsubid AS number,
    concat_ws(' ',
      CASE WHEN s.seqstart <> 1 THEN 'START ' || s.seqstart END,
      CASE WHEN s.seqincrement <> 1 THEN 'INCREMENT ' || s.seqincrement END,
      CASE WHEN s.seqmin <> 1 THEN 'MINVALUE ' || s.seqmin END,
      CASE WHEN s.seqmax <> CASE s.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647
                              ELSE 9223372036854775807 END THEN 'MAXVALUE ' || s.seqmax END,
      CASE WHEN s.seqcache <> 1 THEN 'CACHE ' || s.seqcache END,
      CASE WHEN s.seqcycle THEN 'CYCLE' END) AS counts,
    concat_ws(E'\n', 'START ' || s.seqstart, 'INCREMENT ' || s.seqincrement, 'MINVALUE ' || s.seqmin,
      'MAXVALUE ' || s.seqmax, 'CACHE ' || s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END) AS settings
  FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
), spelled AS (
  SELECT r.label, a.attrelid, a.attnum, quote_ident(a.attname) AS name,
    format_type(a.atttypid, a.atttypmod) AS type,
    CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collated,
    -- Of PostgreSQL 18: it holds for new rows only.
    CASE WHEN a.attnotnull THEN CASE WHEN EXISTS (
        SELECT FROM pg_constraint
        WHERE conrelid = a.attrelid AND contype = 'n' AND NOT convalidated AND conkey = ARRAY[a.attnum])
      THEN 'NOT NULL NOT VALID' ELSE 'NOT NULL' END END AS required,
    CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, d.adrelid) END AS value,
    CASE WHEN a.attgenerated <> '' THEN '(' || pg_get_expr(d.adbin, d.adrelid) || ')'
      || CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE ' VIRTUAL' END END AS generated,
    CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
    q.counts, q.settings,
    CASE WHEN a.attstorage <> t.typstorage
      THEN CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END
      END AS storage,
    CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END AS usual,
    CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
    CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END AS target,
    array_to_string(a.attoptions, ', ') AS options
  FROM ours r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN identity_sequence q ON q.relation = a.attrelid AND q.number = a.attnum
  WHERE r.relkind IN ('r', 'p', 'f')
)
SELECT label AS parent, name, (row_number() OVER (PARTITION BY attrelid ORDER BY attnum))::int AS position,
  concat_ws(' ', name, type, 'COLLATE ' || collated, required, 'DEFAULT ' || value,
    'GENERATED ALWAYS AS ' || generated,
    'GENERATED ' || identity || ' AS IDENTITY' || coalesce(' (' || nullif(counts, '') || ')', ''),
    'STORAGE ' || storage, 'COMPRESSION ' || compression, 'STATISTICS ' || target, 'OPTIONS (' || options || ')')
    AS definition,
  ARRAY['type', type, 'collation', collated, 'not_null', required, 'default', value, 'generated', generated,
    'identity', identity, 'counts', CASE WHEN identity IS NOT NULL THEN settings END, 'storage', storage,
    'usual_storage', CASE WHEN storage IS NOT NULL THEN usual END, 'compression', compression, 'statistics', target,
    'options', options] AS parts
FROM spelled
