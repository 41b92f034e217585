-- All that the gate asks, in one row: the history, the migrators at work, and every object of the schema public with a
-- hash of what the server says of it. Any role may run it. The settings come first, because the server's words depend on
-- them; they, and nothing else, end with the transaction.
-- Names are made complete by an empty path, so that a table of another schema cannot pass for ours.
SET LOCAL search_path TO pg_catalog, pg_temp;
SET LOCAL TimeZone TO 'UTC';
SET LOCAL DateStyle TO 'ISO, YMD';
SET LOCAL IntervalStyle TO 'postgres';
SET LOCAL extra_float_digits TO 1;
SET LOCAL bytea_output TO 'hex';
SET LOCAL quote_all_identifiers TO off;
-- To compile the question would take longer than to answer it.
SET LOCAL jit TO off;
WITH relation AS MATERIALIZED (
  SELECT c.*,
    c.relname IN ('databasechangelog', 'databasechangeloglock', 'migration_runs', 'migration_steps') AS of_migrator
  FROM pg_class c
  WHERE c.relnamespace = to_regnamespace('public') AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
    AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype IN ('e', 'i'))
), ours AS (
  SELECT * FROM relation WHERE NOT of_migrator
), object (kind, name, definition) AS (
  SELECT 'ROLE', 'of the app', concat_ws(' ', CASE WHEN rolsuper THEN 'superuser' END,
    CASE WHEN rolbypassrls THEN 'bypasses row security' END, CASE WHEN rolcreaterole THEN 'creates roles' END)
  FROM pg_roles WHERE rolname = current_user
  UNION ALL
  SELECT 'RIGHTS', 'on schema public', concat_ws(' ', CASE WHEN has_schema_privilege('public', 'USAGE') THEN 'usage' END,
    CASE WHEN has_schema_privilege('public', 'CREATE') THEN 'create' END)
  WHERE to_regnamespace('public') IS NOT NULL
  UNION ALL
  -- A role that acts as the owner can lift row security. Rights are what the role may do, however it came by them: also
  -- as a member of another role, or as anybody.
  SELECT v.kind, v.prefix || r.relname, v.definition
  FROM relation r CROSS JOIN LATERAL (VALUES
    (CASE WHEN r.of_migrator THEN NULL WHEN r.relkind IN ('v', 'm') THEN 'VIEW' WHEN r.relkind = 'S' THEN 'SEQUENCE'
       ELSE 'TABLE' END, '',
     concat_ws(' ', r.relkind, r.relpersistence, CASE WHEN pg_has_role(r.relowner, 'MEMBER') THEN 'own' END,
       CASE WHEN r.relkind IN ('v', 'm') THEN concat_ws(' ', r.reloptions, pg_get_viewdef(r.oid)) END)),
    (CASE WHEN NOT r.of_migrator AND r.relkind IN ('r', 'p') THEN 'ROW SECURITY' END, 'of ',
     concat_ws(' ', CASE WHEN r.relrowsecurity THEN 'enabled' END, CASE WHEN r.relforcerowsecurity THEN 'forced' END)),
    (CASE WHEN r.relname NOT IN ('migration_runs', 'migration_steps') THEN 'RIGHTS' END, 'on ',
     (SELECT string_agg(p.word, ' ' ORDER BY p.word)
      FROM unnest(CASE r.relkind WHEN 'S' THEN '{SELECT,USAGE,UPDATE}'::text[]
        ELSE '{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}' END) p (word)
      WHERE CASE r.relkind WHEN 'S' THEN has_sequence_privilege(r.oid, p.word) ELSE has_table_privilege(r.oid, p.word) END))
  ) v (kind, prefix, definition)
  WHERE v.kind IS NOT NULL
  UNION ALL
  -- A column that a row must give and that has no value of its own is marked: nobody who does not know it can insert.
  SELECT CASE WHEN a.attnotnull AND NOT a.atthasdef AND a.attidentity = '' THEN 'REQUIRED COLUMN' ELSE 'COLUMN' END,
    r.relname || '.' || a.attname,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attcollation NOT IN (0, 'default'::regcollation) THEN a.attcollation::regcollation::text END,
      CASE WHEN a.attnotnull THEN 'required' END, nullif(a.attgenerated, ''), nullif(a.attidentity, ''),
      pg_get_expr(d.adbin, d.adrelid),
      (SELECT string_agg(DISTINCT x.privilege_type, ',') FROM aclexplode(a.attacl) x
       WHERE x.grantee = 0 OR pg_has_role(x.grantee, 'USAGE')))
  FROM ours r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE r.relkind IN ('r', 'p')
  UNION ALL
  -- NOT NULL is told with its column: PostgreSQL 18 also keeps a constraint for it. Triggers behind a foreign key that
  -- are switched off leave it unchecked.
  SELECT 'CONSTRAINT', r.relname || '.' || c.conname,
    concat_ws(' ', pg_get_constraintdef(c.oid), CASE WHEN i.indisvalid IS FALSE THEN 'invalid' END,
      (SELECT string_agg(DISTINCT g.tgenabled::text, ',') FROM pg_trigger g
       WHERE g.tgconstraint = c.oid AND g.tgenabled <> 'O'))
  FROM ours r
  JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype IN ('p', 'u', 'f', 'x', 'c')
  LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u', 'x')
  UNION ALL
  SELECT CASE WHEN x.indisunique THEN 'UNIQUE INDEX' ELSE 'INDEX' END, r.relname || '.' || i.relname,
    concat_ws(' ', pg_get_indexdef(i.oid), CASE WHEN NOT x.indisvalid OR NOT x.indisready THEN 'invalid' END)
  FROM ours r
  JOIN pg_index x ON x.indrelid = r.oid
  JOIN pg_class i ON i.oid = x.indexrelid
  WHERE x.indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT 'TRIGGER', r.relname || '.' || g.tgname, concat_ws(' ', pg_get_triggerdef(g.oid), g.tgenabled)
  FROM ours r JOIN pg_trigger g ON g.tgrelid = r.oid AND NOT g.tgisinternal
  UNION ALL
  SELECT 'RULE', r.relname || '.' || w.rulename, concat_ws(' ', pg_get_ruledef(w.oid), w.ev_enabled)
  FROM ours r JOIN pg_rewrite w ON w.ev_class = r.oid
  WHERE r.relkind IN ('r', 'p')
  UNION ALL
  SELECT 'POLICY', r.relname || '.' || p.polname,
    concat_ws(' ', p.polcmd, CASE WHEN p.polpermissive THEN 'permissive' END,
      (SELECT string_agg(CASE u.role WHEN 0 THEN 'public' ELSE pg_get_userbyid(u.role) END, ','
                         ORDER BY pg_get_userbyid(u.role)) FROM unnest(p.polroles) u (role)),
      'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
  FROM ours r JOIN pg_policy p ON p.polrelid = r.oid
  UNION ALL
  SELECT 'FUNCTION', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
    concat_ws(' ', CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
      CASE WHEN has_function_privilege(p.oid, 'EXECUTE') THEN 'execute' END)
  FROM pg_proc p
  WHERE p.pronamespace = to_regnamespace('public')
    AND p.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_proc'::regclass AND deptype = 'e')
), settled AS (
  -- A comparison of a varchar with a list is stored with one cast around the list, and with a cast around each element
  -- once its own text was read back, as a restore of a dump does. Both become the list without casts to text.
  SELECT kind, name, CASE WHEN definition LIKE '%ARRAY[%' THEN
      regexp_replace(
        regexp_replace(definition, $$\(('(?:[^']|'')*'::character varying)\)::text$$, '\1', 'g'),
        $$\((ARRAY\[(?:'(?:[^']|'')*'::character varying(?:, )?)+\])\)::text\[\]$$, '\1', 'g')
    ELSE definition END AS definition
  FROM object
)
SELECT h.ids, h.labels, m.migrators, o.names, o.hashes
FROM (
  SELECT array_agg(id ORDER BY orderexecuted) AS ids,
    array_agg(coalesce(labels, '') ORDER BY orderexecuted) AS labels
  FROM public.databasechangelog
) h, (
:migrators) m, (
  SELECT array_agg(kind || ' ' || name ORDER BY kind, name) AS names,
    array_agg(left(encode(sha256(convert_to(coalesce(definition, ''), 'UTF8')), 'hex'), 32) ORDER BY kind, name) AS hashes
  FROM settled
) o
