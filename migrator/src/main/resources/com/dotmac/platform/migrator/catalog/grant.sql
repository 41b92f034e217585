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
  SELECT *,
    CASE WHEN grantee = 0 THEN 'PUBLIC' WHEN grantee = owner THEN 'OWNER' ELSE quote_ident(pg_get_userbyid(grantee)) END
      AS who
  FROM difference
), columns AS (
  SELECT r.label, quote_ident(a.attname) AS attname, x.privilege_type, x.is_grantable,
    CASE WHEN x.grantee = 0 THEN 'PUBLIC' WHEN x.grantee = r.relowner THEN 'OWNER'
      ELSE quote_ident(pg_get_userbyid(x.grantee)) END AS who
  FROM ours r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  CROSS JOIN LATERAL aclexplode(a.attacl) x
)
SELECT parent, lower(verb) || ' on ' || label || ' ' || who || CASE WHEN is_grantable AND verb = 'GRANT' THEN ' with grant option' ELSE '' END
    AS name,
  CASE word WHEN 'SCHEMA' THEN 0 ELSE 1 END AS position,
  verb || ' ' || string_agg(privilege_type, ', ' ORDER BY strpos('SELECT INSERT UPDATE DELETE', privilege_type), privilege_type)
    || ' ON ' || word || ' ' || label || CASE verb WHEN 'GRANT' THEN ' TO ' ELSE ' FROM ' END || who
    || CASE WHEN is_grantable AND verb = 'GRANT' THEN ' WITH GRANT OPTION' ELSE '' END AS definition
FROM spelled GROUP BY parent, word, label, verb, who, is_grantable
UNION ALL
SELECT label, 'grant on ' || label || '.' || attname || ' ' || who || CASE WHEN is_grantable THEN ' with grant option' ELSE '' END, 2,
  'GRANT ' || string_agg(privilege_type || ' (' || attname || ')', ', ' ORDER BY privilege_type) || ' ON TABLE ' || label
    || ' TO ' || who || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM columns GROUP BY label, attname, who, is_grantable
