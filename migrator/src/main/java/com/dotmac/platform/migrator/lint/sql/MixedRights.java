package com.dotmac.platform.migrator.lint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;

/**
 * {@code GRANT SELECT, UPDATE (name) ON …}: PostgreSQL takes rights to a table and rights to
 * columns in one list, and the grammar only one of the kinds. In such a list, and in no other, the
 * columns are hidden from the parser, so that the statement is judged as one about the table. That
 * they are spelled well is left to PostgreSQL.
 */
final class MixedRights {
  private static final Set<Integer> VERBS = Set.of(SQLLexer.GRANT, SQLLexer.REVOKE);
  private static final Set<Integer> ENDS =
      Set.of(SQLLexer.ON, SQLLexer.TO, SQLLexer.FROM, SQLLexer.SEMI_COLON, Token.EOF);

  private MixedRights() {}

  /** Hides the columns of mixed lists. */
  static void settle(List<Token> words) {
    for (int i = 0; i < words.size(); i++) {
      if (VERBS.contains(words.get(i).getType())) {
        settle(words, i + 1);
      }
    }
  }

  private static void settle(List<Token> words, int from) {
    List<Token> columns = new ArrayList<>();
    int depth = 0;
    boolean withColumns = false;
    boolean mixed = false;
    Boolean first = null;
    for (int i = from; i < words.size(); i++) {
      Token word = words.get(i);
      int type = word.getType();
      boolean ends = depth == 0 && ENDS.contains(type);
      if (ends || (depth == 0 && type == SQLLexer.COMMA)) {
        first = first == null ? Boolean.valueOf(withColumns) : first;
        mixed |= first != withColumns;
        withColumns = false;
      }
      if (ends) {
        break;
      }
      depth += type == SQLLexer.LEFT_PAREN ? 1 : 0;
      if (depth > 0) {
        withColumns = true;
        columns.add(word);
      }
      depth -= type == SQLLexer.RIGHT_PAREN ? 1 : 0;
    }
    if (mixed) {
      columns.forEach(word -> ((WritableToken) word).setChannel(Token.HIDDEN_CHANNEL));
    }
  }
}
