package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How tables, columns and constraints are named, typed and explained. */
final class FormRules {
  private FormRules() {}

  /** The name of a constraint or index says what it is and of which table; problems cite it. */
  static List<String> oddNames(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        , named AS (
          SELECT ours.name AS table_name, k.conname AS name,
                 CASE k.contype WHEN 'p' THEN 'pk_' WHEN 'f' THEN 'fk_' WHEN 'u' THEN 'uq_'
                                WHEN 'c' THEN 'ck_' WHEN 'x' THEN 'ex_' END AS prefix
          FROM ours JOIN pg_constraint k ON k.conrelid = ours.oid
          WHERE k.contype IN ('p', 'f', 'u', 'c', 'x')
          UNION ALL
          SELECT ours.name, c.relname, CASE WHEN i.indisunique THEN 'uq_' ELSE 'ix_' END
          FROM ours JOIN pg_index i ON i.indrelid = ours.oid JOIN pg_class c ON c.oid = i.indexrelid
          WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = ours.oid)
        )
        SELECT format('%s of table %s is misnamed: call it %s', name, table_name,
                      CASE prefix WHEN 'pk_' THEN 'pk_' || table_name || '.'
                                  ELSE prefix || table_name || '_ and the columns it is about.' END)
        FROM named
        WHERE CASE prefix WHEN 'pk_' THEN name <> 'pk_' || table_name
                          ELSE NOT starts_with(name, prefix || table_name || '_') END
        ORDER BY 1
        """);
  }

  /** Every table says what its rows are. */
  static List<String> withoutComment(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Table %s says nothing of itself: add COMMENT ON TABLE %1$s IS ''what a row is''.', name)
        FROM ours WHERE coalesce(obj_description(oid, 'pg_class'), '') = '' ORDER BY 1
        """);
  }

  /** Types that lose a zone, a digit or the order of keys are not used. */
  static List<String> lossyTypes(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Column %s.%s is %s: use %s.', table_name, name, type,
          CASE WHEN type LIKE 'timestamp%' THEN 'timestamptz, an instant without a zone is none'
               WHEN type LIKE 'time%' THEN 'timestamptz or text'
               WHEN type LIKE 'json%' THEN 'jsonb'
               ELSE 'bigint minor units for money and numeric for rates' END)
        FROM cols
        WHERE type ~ '^(timestamp|time)(\\(\\d\\))? with' AND type !~ '^timestamp(\\(\\d\\))? with time zone'
           OR type ~ '^(real|double precision|money|json)(\\[\\])?$'
        ORDER BY 1
        """);
  }

  /** A column's ending says its type: _at an instant, _on a date, _amount minor units. */
  static List<String> misleadingEndings(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Column %s.%s is %s: a name that ends so is %s; rename it or change its type.',
                      table_name, name, type, wanted)
        FROM cols CROSS JOIN LATERAL (
          SELECT CASE WHEN name ~ '_at$' THEN 'timestamp with time zone'
                      WHEN name ~ '_on$' THEN 'date'
                      WHEN name ~ '_amount$' THEN 'bigint'
                      WHEN name ~ '(^|_)currency$' THEN 'character(3)' END) rule(wanted)
        WHERE wanted IS NOT NULL AND type <> wanted
        ORDER BY 1
        """);
  }
}
