package com.dotmac.platform.migrator.lint.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Names_referencesContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** Names as the server keeps them: folded to lower case unless quoted, without quotes. */
public final class Names {
  private static final String HOME = "public.";

  private Names() {}

  /** A table or another object; with its schema only when that is not {@code public}. */
  public static String of(Schema_qualified_nameContext name) {
    String text = name.getText();
    return text.startsWith(HOME) ? text.substring(HOME.length()) : text;
  }

  /** Several objects. */
  public static List<String> of(Names_referencesContext names) {
    return names.schema_qualified_name().stream().map(Names::of).toList();
  }

  /** The schema a name is written with, or {@code null}. */
  public static @Nullable String schema(Schema_qualified_nameContext name) {
    return name.identifier_reserved().isEmpty() ? null : name.identifier().getText();
  }
}
