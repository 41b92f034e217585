package com.dotmac.platform.migrator.lint.rules;

import com.dotmac.platform.migrator.lint.sql.SqlType;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the values when a column changes its type. */
final class TypeChange {
  private static final List<String> WHOLE_NUMBERS = List.of("smallint", "int", "bigint");
  private static final Set<String> TEXTS = Set.of("text", "varchar");
  private static final Set<String> NARROWER =
      Set.of(
          "double precision>real",
          "timestamptz>date",
          "timestamp>date",
          "timestamptz>time",
          "timestamp>time",
          "timestamptz>timestamp",
          "numeric>bigint",
          "numeric>int",
          "numeric>smallint",
          "double precision>int",
          "double precision>bigint",
          "jsonb>json");

  private TypeChange() {}

  /** The type that an action gives a column, or {@code null} when it does something else. */
  static @Nullable SqlType target(TableAction action) {
    return action.tree().column_action() == null
            || action.tree().column_action().data_type() == null
        ? null
        : SqlType.of(action.tree().column_action().data_type());
  }

  /** Whether some values of the one type do not fit into the other. */
  static boolean narrows(SqlType before, SqlType after) {
    if (TEXTS.contains(before.name()) && TEXTS.contains(after.name())) {
      return !after.sizes().isEmpty()
          && (before.sizes().isEmpty() || after.sizes().get(0) < before.sizes().get(0));
    }
    if (WHOLE_NUMBERS.contains(before.name()) && WHOLE_NUMBERS.contains(after.name())) {
      return WHOLE_NUMBERS.indexOf(after.name()) < WHOLE_NUMBERS.indexOf(before.name());
    }
    if (before.name().equals("numeric") && after.name().equals("numeric")) {
      return !after.sizes().isEmpty()
          && (before.sizes().isEmpty()
              || wholeDigits(after) < wholeDigits(before)
              || scale(after) < scale(before));
    }
    return NARROWER.contains(before.name() + ">" + after.name());
  }

  /** Whether the server only notes the new type and leaves the rows as they are. */
  static boolean keepsRows(SqlType before, SqlType after) {
    if (before.array() != after.array()) {
      return false;
    }
    if (TEXTS.contains(before.name()) && TEXTS.contains(after.name())) {
      return !narrows(before, after);
    }
    if (before.name().equals("numeric") && after.name().equals("numeric")) {
      return !narrows(before, after) && (after.sizes().isEmpty() || scale(after) == scale(before));
    }
    return before.equals(after);
  }

  private static int wholeDigits(SqlType type) {
    return type.sizes().get(0) - scale(type);
  }

  private static int scale(SqlType type) {
    return type.sizes().size() > 1 ? type.sizes().get(1) : 0;
  }
}
