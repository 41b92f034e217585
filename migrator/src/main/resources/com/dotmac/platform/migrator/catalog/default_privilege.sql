-- Of the owner of the history: what others have arranged for tables of their own is theirs.
SELECT NULL AS parent, coalesce(quote_ident(n.nspname), 'any schema') || ' ' || d.defaclobjtype::text || ' ' || g.who
    || CASE WHEN g.is_grantable THEN ' with grant option' ELSE '' END AS name, 0 AS position,
  'ALTER DEFAULT PRIVILEGES' || o.place || ' GRANT ' || g.rights || ' ON ' || o.word
    || ' TO ' || g.who || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END AS definition,
  ARRAY['verb', 'GRANT', 'place', 'ALTER DEFAULT PRIVILEGES' || o.place, 'rights', g.rights, 'on', o.word, 'who', g.who,
    'option', CASE WHEN g.is_grantable THEN 'WITH GRANT OPTION' END] AS parts
FROM pg_default_acl d
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
CROSS JOIN LATERAL (
  SELECT coalesce(' IN SCHEMA ' || quote_ident(n.nspname), '') AS place,
    CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
      WHEN 'T' THEN 'TYPES' ELSE 'SCHEMAS' END AS word
) o
CROSS JOIN LATERAL (
  SELECT CASE WHEN a.grantee = 0 THEN 'PUBLIC' WHEN a.grantee = d.defaclrole THEN 'OWNER'
      ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS who,
    a.is_grantable, string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS rights
  FROM aclexplode(d.defaclacl) a GROUP BY 1, 2
) g
WHERE d.defaclrole = coalesce(
  (SELECT relowner FROM pg_class WHERE oid = to_regclass('public.databasechangelog')),
  (SELECT oid FROM pg_roles WHERE rolname = current_user))
