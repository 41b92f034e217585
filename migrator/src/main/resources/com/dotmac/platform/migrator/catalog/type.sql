-- Enums, domains, ranges and stand-alone composite types.
SELECT NULL AS parent, t.label AS name, CASE t.typtype WHEN 'e' THEN 0 WHEN 'd' THEN 1 ELSE 2 END AS position,
  CASE t.typtype
    WHEN 'e' THEN 'CREATE TYPE ' || t.label || ' AS ENUM (' || (
      SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) || ')'
    WHEN 'd' THEN concat_ws(' ', 'CREATE DOMAIN ' || t.label || ' AS ' || t.base, 'COLLATE ' || t.collated,
      'DEFAULT ' || t.typdefault, t.required,
      (SELECT string_agg('CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid), ' ' ORDER BY conname)
       FROM pg_constraint WHERE contypid = t.oid AND contype = 'c'))
    WHEN 'r' THEN 'CREATE TYPE ' || t.label || ' AS RANGE (SUBTYPE = '
      || (SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid) || ')'
    ELSE 'CREATE TYPE ' || t.label || ' AS ('
      || coalesce((SELECT string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
                   FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped), '')
      || ')'
  END AS definition,
  CASE t.typtype
    WHEN 'd' THEN ARRAY['word', 'DOMAIN', 'base', t.base, 'collation', t.collated, 'default', t.typdefault,
      'not_null', t.required]
      || coalesce((
        SELECT array_agg(x.part ORDER BY c.conname, x.place) FROM pg_constraint c
        CROSS JOIN LATERAL (VALUES (1, 'check ' || quote_ident(c.conname)), (2, pg_get_constraintdef(c.oid))) x (place, part)
        WHERE c.contypid = t.oid AND c.contype = 'c'), '{}')
    WHEN 'e' THEN ARRAY['word', 'TYPE'] || (
      SELECT array_agg(x.part ORDER BY v.enumsortorder, x.place) FROM pg_enum v
      CROSS JOIN LATERAL (VALUES (1, 'value ' || v.enumlabel), (2, quote_literal(v.enumlabel))) x (place, part)
      WHERE v.enumtypid = t.oid)
    ELSE ARRAY['word', 'TYPE']
  END AS parts
FROM (
  SELECT t.*, format_type(t.oid, NULL) AS label,
    CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base,
    CASE WHEN t.typtype = 'd' AND t.typcollation <> (SELECT typcollation FROM pg_type WHERE oid = t.typbasetype)
      THEN t.typcollation::regcollation::text END AS collated,
    CASE WHEN t.typnotnull THEN 'NOT NULL' END AS required
  FROM pg_type t
) t
WHERE t.typnamespace IN (SELECT oid FROM space)
  AND (('pg_type'::regclass)::oid, t.oid) NOT IN (SELECT classid, objid FROM member)
  AND (t.typtype IN ('e', 'd', 'r')
    OR (t.typtype = 'c' AND (SELECT relkind FROM pg_class WHERE oid = t.typrelid) = 'c'))
