-- Keys of whole tables only: one with a condition or an expression is unique among some rows, or of something else.
SELECT quote_ident(i.relname) AS name, r.label AS parent, x.indisprimary AS is_primary,
  (SELECT array_agg(quote_ident(a.attname) ORDER BY u.place)
   FROM unnest((x.indkey::int2[])[0:x.indnkeyatts - 1]) WITH ORDINALITY u (attnum, place)
   JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = u.attnum) AS columns
FROM pg_index x
JOIN ours r ON r.oid = x.indrelid
JOIN pg_class i ON i.oid = x.indexrelid
WHERE x.indisunique AND x.indisvalid AND x.indpred IS NULL AND x.indexprs IS NULL
  AND r.relkind IN ('r', 'p', 'f') AND NOT i.relispartition
ORDER BY r.label COLLATE "C", NOT x.indisprimary, i.relname
