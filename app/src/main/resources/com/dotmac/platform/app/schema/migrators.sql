  -- The deployment lock, and the mark of a session that works under it; what is left of a killed migrator has the mark
  -- alone. Other people's sessions show a role like ours their name and no more.
  SELECT array_agg(DISTINCT coalesce(nullif(a.application_name, ''), 'a migrator') || ', process ' || l.pid
    || coalesce(' of role ' || a.usename, '')) AS migrators
  FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 1685025901
    AND (l.objsubid = 1 AND l.objid = 1633903725 OR l.objsubid = 2)
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
