package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Repairs tables; their columns, keys and indexes are differences of their own. */
final class TableRepair {
  private TableRepair() {}

  /**
   * @param columns what a table that is missing is made with
   */
  static void add(Difference difference, List<CatalogObject> columns, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null) {
      steps.destroy(
          Phase.DROP_TABLES,
          "DROP TABLE " + difference.object().name(),
          "All rows of the table are lost.");
    } else if (actual == null) {
      boolean rests = expected.part("partition_of") != null || expected.part("inherits") != null;
      steps.add(Phase.TABLES, rests ? 1 : 0, create(expected, columns));
      steps.caution("The rows of the lost table do not come back with it.");
      switches(expected, null, steps);
    } else {
      store(expected, actual, steps);
      partition(expected, actual, steps);
      switches(expected, actual, steps);
    }
  }

  private static String create(CatalogObject table, List<CatalogObject> columns) {
    String whole = table.part("partition_of");
    StringBuilder sql = new StringBuilder("CREATE ");
    sql.append(table.part("unlogged") == null ? "" : "UNLOGGED ").append("TABLE ");
    sql.append(table.name());
    if (whole == null) {
      sql.append(
          columns.stream()
              .map(column -> "  " + ColumnRepair.clause(column, true))
              .collect(Collectors.joining(",\n", " (\n", "\n)")));
    } else {
      sql.append(" PARTITION OF ").append(whole).append(' ').append(table.part("bound"));
    }
    clause(sql, " INHERITS (", table.part("inherits"), ")");
    clause(sql, " PARTITION BY ", table.part("partition_by"), "");
    clause(sql, " USING ", table.part("using"), "");
    clause(sql, " WITH (", table.part("options"), ")");
    clause(sql, " TABLESPACE ", table.part("tablespace"), "");
    return sql.toString();
  }

  private static void clause(
      StringBuilder sql, String before, @Nullable String part, String after) {
    if (part != null) {
      sql.append(before).append(part).append(after);
    }
  }

  private static void store(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (differ("unlogged", expected, actual)) {
      alter(expected, expected.part("unlogged") == null ? "SET LOGGED" : "SET UNLOGGED", steps);
      steps.caution("The table is rewritten and locked meanwhile.");
    }
    if (differ("using", expected, actual)) {
      alter(expected, "SET ACCESS METHOD " + or(expected.part("using"), "heap"), steps);
      steps.caution("The table is rewritten and locked meanwhile.");
    }
    if (differ("tablespace", expected, actual)) {
      alter(expected, "SET TABLESPACE " + or(expected.part("tablespace"), "pg_default"), steps);
      steps.caution("The table is copied and locked meanwhile.");
    }
    if (differ("options", expected, actual)) {
      if (actual.part("option_names") != null) {
        alter(expected, "RESET (" + actual.part("option_names") + ")", steps);
      }
      if (expected.part("options") != null) {
        alter(expected, "SET (" + expected.part("options") + ")", steps);
      }
    }
  }

  private static void partition(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (differ("partition_by", expected, actual)) {
      steps.caution(
          "A table cannot be made partitioned, or plain, in place: make it anew beside this one and"
              + " copy the rows.");
      return;
    }
    if (differ("partition_of", expected, actual) || differ("bound", expected, actual)) {
      String was = actual.part("partition_of");
      String whole = expected.part("partition_of");
      if (was != null) {
        steps.add(Phase.TABLES, detach(was, expected));
      }
      if (whole != null) {
        steps.add(
            Phase.TABLES,
            "ALTER TABLE %s ATTACH PARTITION %s %s"
                .formatted(whole, expected.name(), expected.part("bound")));
        steps.caution(
            "The table is scanned for rows that do not belong into the partition; one stands in"
                + " the way.");
      }
    }
    if (differ("inherits", expected, actual)) {
      inherit(actual.part("inherits"), "NO INHERIT ", expected, steps);
      inherit(expected.part("inherits"), "INHERIT ", expected, steps);
    }
  }

  private static String detach(String whole, CatalogObject part) {
    return "ALTER TABLE " + whole + " DETACH PARTITION " + part.name();
  }

  private static void inherit(
      @Nullable String ancestors, String verb, CatalogObject table, Steps steps) {
    if (ancestors != null) {
      alter(table, verb + ancestors, steps);
    }
  }

  private static void switches(
      CatalogObject expected, @Nullable CatalogObject actual, Steps steps) {
    turn("row_security", "DISABLE ROW LEVEL SECURITY", expected, actual, steps);
    turn("forced", "NO FORCE ROW LEVEL SECURITY", expected, actual, steps);
    turn("replica_identity", "REPLICA IDENTITY DEFAULT", expected, actual, steps);
  }

  private static void turn(
      String part,
      String usual,
      CatalogObject expected,
      @Nullable CatalogObject actual,
      Steps steps) {
    String now = actual == null ? null : actual.part(part);
    if (!Objects.equals(expected.part(part), now)) {
      steps.add(
          Phase.SWITCHES, "ALTER TABLE " + expected.name() + " " + or(expected.part(part), usual));
    }
  }

  private static void alter(CatalogObject table, String action, Steps steps) {
    steps.add(Phase.TABLES, "ALTER TABLE " + table.name() + " " + action);
  }

  private static boolean differ(String part, CatalogObject expected, CatalogObject actual) {
    return !Objects.equals(expected.part(part), actual.part(part));
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
