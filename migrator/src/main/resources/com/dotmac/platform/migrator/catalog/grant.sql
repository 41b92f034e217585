-- Only what differs from the rights a new object has by itself, so that a server with a new kind of right (17 added
-- MAINTAIN) makes no difference, and with the owner named OWNER, so that it does not matter who migrates.
, held AS (
  SELECT g.word, g.label, g.parent, g.owner, a.grantee, a.privilege_type, a.is_grantable
  FROM grantable g CROSS JOIN LATERAL aclexplode(coalesce(g.acl, g.usual)) a
  WHERE g.acl IS NOT NULL
), usual AS (
  SELECT g.word, g.label, g.parent, g.owner, a.grantee, a.privilege_type, a.is_grantable
  FROM grantable g CROSS JOIN LATERAL aclexplode(g.usual) a
  WHERE g.acl IS NOT NULL
), difference AS (
  SELECT 'GRANT' AS verb, * FROM (SELECT * FROM held EXCEPT SELECT * FROM usual) granted
  UNION ALL
  SELECT 'REVOKE', * FROM (SELECT * FROM usual EXCEPT SELECT * FROM held) revoked
), spelled AS (
  SELECT parent, verb, word, label, is_grantable,
    CASE WHEN grantee = 0 THEN 'PUBLIC' WHEN grantee = owner THEN 'OWNER' ELSE quote_ident(pg_get_userbyid(grantee)) END
      AS who,
    privilege_type
  FROM difference
), gathered AS (
  SELECT parent, verb, word, label, 'on ' || label AS place, who, is_grantable,
    CASE word WHEN 'SCHEMA' THEN 0 ELSE 1 END AS position,
    -- Everything is written as ALL: 17 and later count MAINTAIN among it, 15 does not know it.
    CASE WHEN word = 'TABLE' AND count(*) FILTER (WHERE privilege_type <> 'MAINTAIN') = 7 THEN 'ALL'
      ELSE string_agg(privilege_type, ', '
             ORDER BY strpos('SELECT INSERT UPDATE DELETE', privilege_type), privilege_type) END AS rights
  FROM spelled GROUP BY parent, verb, word, label, who, is_grantable
  UNION ALL
  SELECT label, 'GRANT', 'TABLE', label, 'on ' || label || '.' || attname, who, is_grantable, 2,
    string_agg(privilege_type || ' (' || attname || ')', ', ' ORDER BY privilege_type)
  FROM (
    SELECT r.label, quote_ident(a.attname) AS attname, x.privilege_type, x.is_grantable,
      CASE WHEN x.grantee = 0 THEN 'PUBLIC' WHEN x.grantee = r.relowner THEN 'OWNER'
        ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS who
    FROM ours r
    JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN LATERAL aclexplode(a.attacl) x
  ) columns
  GROUP BY label, attname, who, is_grantable
)
SELECT parent,
  lower(verb) || ' ' || place || ' ' || who || CASE WHEN is_grantable AND verb = 'GRANT' THEN ' with grant option' ELSE '' END
    AS name,
  position,
  verb || ' ' || rights || ' ON ' || word || ' ' || label || CASE verb WHEN 'GRANT' THEN ' TO ' ELSE ' FROM ' END || who
    || CASE WHEN is_grantable AND verb = 'GRANT' THEN ' WITH GRANT OPTION' ELSE '' END AS definition,
  ARRAY['verb', verb, 'rights', rights, 'on', word || ' ' || label, 'who', who,
    'option', CASE WHEN is_grantable AND verb = 'GRANT' THEN 'WITH GRANT OPTION' END] AS parts
FROM gathered
