-- Every table by the number the server knows it by, with its file and the numbers of its columns.
SELECT r.oid AS table_number, r.label AS name, coalesce(pg_partition_root(r.oid), r.oid)::regclass::text AS root,
  pg_relation_filenode(r.oid)::text AS file, a.attnum AS column_number, quote_ident(a.attname) AS column_name
FROM ours r
LEFT JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE r.relkind IN ('r', 'p', 'm')
ORDER BY r.label, a.attnum
