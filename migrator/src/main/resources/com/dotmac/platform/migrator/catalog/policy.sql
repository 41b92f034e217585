SELECT p.label AS parent, p.name, 0 AS position,
  'CREATE POLICY ' || p.name || ' ON ' || p.label || p.form || coalesce(' TO ' || p.roles, '')
    || coalesce(' USING ' || p.usable, '') || coalesce(' WITH CHECK ' || p.checks, '') AS definition,
  ARRAY['form', nullif(p.form, ''), 'roles', p.roles, 'using', p.usable, 'check', p.checks] AS parts
FROM (
  SELECT r.label, quote_ident(p.polname) AS name,
    CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
      || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
           WHEN 'd' THEN ' FOR DELETE' ELSE '' END AS form,
    (SELECT string_agg(CASE u.role WHEN r.relowner THEN 'OWNER' ELSE quote_ident(pg_get_userbyid(u.role)) END, ', '
                       ORDER BY pg_get_userbyid(u.role))
     FROM unnest(p.polroles) u (role) WHERE u.role <> 0) AS roles,
    '(' || pg_get_expr(p.polqual, p.polrelid) || ')' AS usable,
    '(' || pg_get_expr(p.polwithcheck, p.polrelid) || ')' AS checks
  FROM pg_policy p JOIN ours r ON r.oid = p.polrelid
) p
