SELECT r.label AS name, obj_description(r.oid, 'pg_class') AS comment
FROM ours r WHERE r.relkind IN ('r', 'p', 'f')
ORDER BY r.label COLLATE "C"
