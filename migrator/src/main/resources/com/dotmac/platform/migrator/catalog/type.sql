-- Enums, domains, ranges and stand-alone composite types.
SELECT NULL AS parent, format_type(t.oid, NULL) AS name, 0 AS position,
  CASE t.typtype
    WHEN 'e' THEN 'CREATE TYPE ' || format_type(t.oid, NULL) || ' AS ENUM ('
      || (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
      || ')'
    WHEN 'd' THEN 'CREATE DOMAIN ' || format_type(t.oid, NULL) || ' AS ' || format_type(t.typbasetype, t.typtypmod)
      || coalesce((SELECT ' COLLATE ' || t.typcollation::regcollation::text FROM pg_type b
                   WHERE b.oid = t.typbasetype AND b.typcollation <> t.typcollation), '')
      || coalesce(' DEFAULT ' || t.typdefault, '') || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
      || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid), ''
                                     ORDER BY conname)
                   FROM pg_constraint WHERE contypid = t.oid AND contype = 'c'), '')
    WHEN 'r' THEN 'CREATE TYPE ' || format_type(t.oid, NULL) || ' AS RANGE (SUBTYPE = '
      || (SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid) || ')'
    ELSE 'CREATE TYPE ' || format_type(t.oid, NULL) || ' AS ('
      || (SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
          FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped)
      || ')'
  END AS definition
FROM pg_type t
WHERE t.typnamespace IN (SELECT oid FROM space)
  AND (('pg_type'::regclass)::oid, t.oid) NOT IN (SELECT classid, objid FROM member)
  AND (t.typtype IN ('e', 'd', 'r')
    OR (t.typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c'))
