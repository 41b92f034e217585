-- Every validated check of one column; which of them is a list of values, its text tells.
SELECT quote_ident(k.conname) AS name, r.label AS parent, quote_ident(a.attname) AS col,
  pg_get_constraintdef(k.oid) AS definition
FROM pg_constraint k
JOIN ours r ON r.oid = k.conrelid
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'c' AND cardinality(k.conkey) = 1 AND k.convalidated AND k.conparentid = 0
ORDER BY r.label COLLATE "C", k.conname
