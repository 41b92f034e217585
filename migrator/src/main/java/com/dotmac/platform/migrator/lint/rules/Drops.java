package com.dotmac.platform.migrator.lint.rules;

import com.dotmac.platform.migrator.lint.sql.Names;
import com.dotmac.platform.migrator.lint.sql.TableAction;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;

/** What is dropped. */
final class Drops {
  private Drops() {}

  /** The names after {@code DROP}. */
  static List<String> names(Drop_statementsContext drop) {
    return Names.of(drop.if_exist_names_restrict_cascade().names_references());
  }

  /** Whether an action drops a column. */
  static boolean column(TableAction action) {
    return action.tree().DROP() != null
        && action.tree().column != null
        && action.tree().column_action() == null;
  }
}
