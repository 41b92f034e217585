SELECT NULL AS parent, p.oid::regprocedure::text AS name, 0 AS position,
  CASE WHEN p.prokind = 'a'
    THEN 'CREATE AGGREGATE ' || p.oid::regprocedure::text || ' (SFUNC = ' || a.aggtransfn::text || ', STYPE = '
      || format_type(a.aggtranstype, NULL) || coalesce(', INITCOND = ' || quote_literal(a.agginitval), '')
      || CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC = ' || a.aggfinalfn::text ELSE '' END || ')'
    ELSE trim(E'\n' FROM pg_get_functiondef(p.oid))
  END AS definition,
  ARRAY['word', CASE p.prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
    'returns', pg_get_function_result(p.oid), 'arguments', array_to_string(p.proargnames, ', '),
    'defaults', nullif(p.pronargdefaults, 0)::text] AS parts
FROM pg_proc p LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
WHERE p.pronamespace IN (SELECT oid FROM space)
  AND (('pg_proc'::regclass)::oid, p.oid) NOT IN (SELECT classid, objid FROM member)
