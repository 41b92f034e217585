-- single: at most one row refers to a row, because a unique index covers nothing but columns of the reference.
, action (code, word) AS (
  VALUES ('a'::"char", 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')
)
SELECT quote_ident(k.conname) AS name, r.label AS parent, t.label AS target,
  (SELECT array_agg(quote_ident(a.attname) ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u (attnum, place)
   JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum) AS columns,
  (SELECT array_agg(quote_ident(a.attname) ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY u (attnum, place)
   JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum) AS target_columns,
  EXISTS (SELECT FROM pg_attribute a
          WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND NOT a.attnotnull) AS optional,
  EXISTS (SELECT FROM pg_index x
          WHERE x.indrelid = k.conrelid AND x.indisunique AND x.indpred IS NULL AND x.indexprs IS NULL
            AND (x.indkey::int2[])[0:x.indnkeyatts - 1] <@ k.conkey) AS single,
  (SELECT w.word || coalesce(' (' || (
     SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place)
     FROM unnest(k.confdelsetcols) WITH ORDINALITY u (attnum, place)
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum) || ')', '')
   FROM action w WHERE w.code = k.confdeltype) AS on_delete,
  (SELECT w.word FROM action w WHERE w.code = k.confupdtype) AS on_update
FROM pg_constraint k
JOIN ours r ON r.oid = k.conrelid
JOIN ours t ON t.oid = k.confrelid
WHERE k.contype = 'f' AND k.conparentid = 0
ORDER BY r.label COLLATE "C", k.conname
