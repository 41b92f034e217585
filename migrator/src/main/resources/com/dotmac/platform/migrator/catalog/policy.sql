SELECT r.label AS parent, quote_ident(p.polname) AS name, 0 AS position,
  'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || r.label
    || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
    || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
         WHEN 'd' THEN ' FOR DELETE' ELSE '' END
    || coalesce((SELECT ' TO ' || string_agg(CASE u.role WHEN r.relowner THEN 'OWNER'
                                               ELSE quote_ident(pg_get_userbyid(u.role)) END, ', '
                                             ORDER BY pg_get_userbyid(u.role))
                 FROM unnest(p.polroles) u (role) WHERE u.role <> 0), '')
    || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
    || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') AS definition
FROM pg_policy p JOIN ours r ON r.oid = p.polrelid
