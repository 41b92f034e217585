package com.dotmac.platform.migrator.lint;

import com.dotmac.platform.migrator.lint.sql.ParsedSql;
import org.antlr.v4.runtime.ParserRuleContext;

/** Where a check puts what it finds. */
@FunctionalInterface
public interface Objections {

  /**
   * Objects to a line of the file.
   *
   * @param message what was found, without a final full stop
   */
  void at(int line, String message);

  /** Objects to the line on which a piece of SQL begins. */
  default void at(ParserRuleContext where, String message) {
    at(ParsedSql.line(where), message);
  }
}
