package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Repairs columns, part by part. */
final class ColumnRepair {
  private ColumnRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null) {
      CatalogObject column = difference.object();
      steps.destroy(
          Phase.DROP_COLUMNS, drop(column), "All values of column " + column.name() + " are lost.");
    } else if (actual == null) {
      create(expected, steps);
    } else if (isRemade(difference)) {
      remake(expected, actual, steps);
    } else {
      change(expected, actual, steps);
    }
  }

  /** Whether the column is dropped and made again, which takes along what rests on it. */
  static boolean isRemade(Difference difference) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null || actual == null || !differ("generated", expected, actual)) {
      return false;
    }
    String now = actual.part("generated");
    return expected.part("generated") != null || (now != null && now.endsWith(" VIRTUAL"));
  }

  /** Whether the type of the column is changed, which views, policies and triggers refuse. */
  static boolean isRetyped(Difference difference) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    return expected != null
        && actual != null
        && (differ("type", expected, actual) || differ("collation", expected, actual));
  }

  /** The column as CREATE TABLE has it. */
  static String clause(CatalogObject column, boolean required) {
    StringBuilder sql = new StringBuilder(column.name());
    sql.append(' ').append(typed(column));
    clause(sql, " DEFAULT ", column.part("default"), "");
    clause(sql, " GENERATED ALWAYS AS ", column.part("generated"), "");
    clause(sql, " GENERATED ", column.part("identity"), " AS IDENTITY");
    clause(sql, " (", counts(column, " "), ")");
    if (required) {
      clause(sql, " ", column.part("not_null"), "");
    }
    return sql.toString();
  }

  private static void create(CatalogObject column, Steps steps) {
    boolean filled =
        column.part("default") != null
            || column.part("generated") != null
            || column.part("identity") != null;
    steps.add(
        Phase.COLUMNS, "ALTER TABLE " + column.parent() + " ADD COLUMN " + clause(column, filled));
    if (!filled && column.part("not_null") != null) {
      steps.caution("Give the new column a value in every row before the next statements run.");
      require(column, steps);
    }
    settings(column, null, steps);
  }

  private static void remake(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (actual.part("generated") == null) {
      steps.destroy(
          Phase.DROP_COLUMNS,
          drop(actual),
          "A plain column cannot become a generated one: its values are replaced by computed ones.");
    } else {
      steps.add(Phase.DROP_COLUMNS, drop(actual));
    }
    steps.caution("The table is rewritten and locked meanwhile, unless the column is virtual.");
    create(expected, steps);
  }

  private static void change(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (differ("generated", expected, actual)) {
      alter(expected, "DROP EXPRESSION", steps);
    }
    if (actual.part("identity") != null && expected.part("identity") == null) {
      alter(expected, "DROP IDENTITY", steps);
    }
    boolean retyped = differ("type", expected, actual) || differ("collation", expected, actual);
    if (retyped) {
      retype(expected, actual, steps);
    }
    boolean cleared = retyped && actual.part("default") != null;
    if (cleared ? expected.part("default") != null : differ("default", expected, actual)) {
      String value = expected.part("default");
      alter(expected, value == null ? "DROP DEFAULT" : "SET DEFAULT " + value, steps);
    }
    if (differ("not_null", expected, actual)) {
      if (expected.part("not_null") == null) {
        alter(expected, "DROP NOT NULL", steps);
      } else {
        require(expected, steps);
      }
    }
    identify(expected, actual, steps);
    settings(expected, actual, steps);
  }

  private static void retype(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (actual.part("default") != null) {
      alter(expected, "DROP DEFAULT", steps);
    }
    String cast =
        expected.part("generated") == null
            ? " USING " + expected.name() + "::" + expected.part("type")
            : "";
    alter(expected, "TYPE " + typed(expected) + cast, steps);
    steps.caution(
        "A value that does not fit the type stands in the way; the table is locked, and rewritten"
            + " unless the type only grows.");
  }

  // A check that is validated without a strong lock lets SET NOT NULL skip its scan.
  private static void require(CatalogObject column, Steps steps) {
    String table = "ALTER TABLE " + column.parent() + " ";
    String check = "drift_not_null";
    steps.add(
        Phase.COLUMNS,
        table + "ADD CONSTRAINT " + check + " CHECK (" + column.name() + " IS NOT NULL) NOT VALID");
    steps.add(Phase.COLUMNS, table + "VALIDATE CONSTRAINT " + check);
    alter(column, "SET NOT NULL", steps);
    steps.add(Phase.COLUMNS, table + "DROP CONSTRAINT " + check);
    steps.caution("A row without a value in " + column.name() + " stands in the way.");
  }

  private static void identify(CatalogObject expected, CatalogObject actual, Steps steps) {
    String wanted = expected.part("identity");
    if (wanted == null) {
      return;
    }
    if (actual.part("identity") == null) {
      alter(
          expected,
          "ADD GENERATED %s AS IDENTITY (%s)".formatted(wanted, counts(expected, " ")),
          steps);
      steps.caution("The numbers begin anew: set the sequence beyond those in use, with setval.");
    } else {
      if (differ("identity", expected, actual)) {
        alter(expected, "SET GENERATED " + wanted, steps);
      }
      if (differ("counts", expected, actual)) {
        alter(expected, "SET " + counts(expected, " SET "), steps);
      }
    }
  }

  private static void settings(
      CatalogObject expected, @Nullable CatalogObject actual, Steps steps) {
    String usual = actual == null ? null : actual.part("usual_storage");
    set("storage", "SET STORAGE ", usual, expected, actual, steps);
    set("compression", "SET COMPRESSION ", "default", expected, actual, steps);
    set("statistics", "SET STATISTICS ", "-1", expected, actual, steps);
    String options = expected.part("options");
    if (!Objects.equals(options, actual == null ? null : actual.part("options"))) {
      alter(
          expected,
          options == null ? "RESET (n_distinct, n_distinct_inherited)" : "SET (" + options + ")",
          steps);
    }
  }

  private static void set(
      String part,
      String verb,
      @Nullable String usual,
      CatalogObject expected,
      @Nullable CatalogObject actual,
      Steps steps) {
    String wanted = expected.part(part);
    if (!Objects.equals(wanted, actual == null ? null : actual.part(part))) {
      alter(expected, verb + (wanted == null ? usual : wanted), steps);
    }
  }

  private static @Nullable String counts(CatalogObject column, String between) {
    String counts = column.part("counts");
    return counts == null ? null : counts.replace("\n", between);
  }

  private static String typed(CatalogObject column) {
    String collation = column.part("collation");
    return column.part("type") + (collation == null ? "" : " COLLATE " + collation);
  }

  static String drop(CatalogObject column) {
    return "ALTER TABLE " + column.parent() + " DROP COLUMN " + column.name();
  }

  private static void alter(CatalogObject column, String action, Steps steps) {
    steps.add(
        Phase.COLUMNS,
        "ALTER TABLE %s ALTER COLUMN %s %s".formatted(column.parent(), column.name(), action));
  }

  private static void clause(
      StringBuilder sql, String before, @Nullable String part, String after) {
    if (part != null) {
      sql.append(before).append(part).append(after);
    }
  }

  private static boolean differ(String part, CatalogObject expected, CatalogObject actual) {
    return !Objects.equals(expected.part(part), actual.part(part));
  }
}
