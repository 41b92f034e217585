package com.dotmac.platform.migrator.lint.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/**
 * A text of SQL statements as a syntax tree. Comments are no part of it, so a whole change file can
 * be read and every line number is that of the file.
 */
public final class ParsedSql {
  private static final Set<Integer> AS_WRITTEN =
      Set.of(
          Token.EOF,
          SQLLexer.QuotedIdentifier,
          SQLLexer.UnicodeQuotedIdentifier,
          SQLLexer.StringConstant,
          SQLLexer.UnicodeEscapeStringConstant,
          SQLLexer.BeginDollarStringConstant,
          SQLLexer.Text_between_Dollar,
          SQLLexer.EndDollarStringConstant);

  private final SqlContext tree;
  private final List<Token> words;
  private final List<Fault> faults;

  private ParsedSql(SqlContext tree, List<Token> words, List<Fault> faults) {
    this.tree = tree;
    this.words = List.copyOf(words);
    this.faults = List.copyOf(faults);
  }

  /**
   * A place the grammar does not know.
   *
   * @param line counted from 1
   * @param message in the parser's words
   */
  public record Fault(int line, String message) {}

  /** Without the list of everything that could have stood there instead. */
  private static String brief(String message) {
    int list = message.indexOf(" expecting {");
    return list < 0 ? message : message.substring(0, list);
  }

  /** Parses a text; what cannot be parsed is among the {@link #faults()}. */
  public static ParsedSql of(String text) {
    List<Fault> faults = new ArrayList<>();
    BaseErrorListener listener =
        new BaseErrorListener() {
          @Override
          public void syntaxError(
              Recognizer<?, ?> recognizer,
              @Nullable Object symbol,
              int line,
              int column,
              String message,
              @Nullable RecognitionException e) {
            faults.add(new Fault(line, brief(message)));
          }
        };
    SQLLexer lexer = new SQLLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    lexer.addErrorListener(listener);
    CommonTokenStream words = new CommonTokenStream(lexer);
    fold(words);
    MixedRights.settle(words.getTokens());
    SQLParser parser = new SQLParser(words);
    parser.removeErrorListeners();
    parser.addErrorListener(listener);
    return new ParsedSql(parser.sql(), words.getTokens(), faults);
  }

  /** The statements in order. */
  public List<StatementContext> statements() {
    return tree.statement();
  }

  /** What could not be parsed; empty when all could. */
  public List<Fault> faults() {
    return faults;
  }

  /** The line of the first text between dollars, such as the body of a {@code DO}. */
  public OptionalInt dollarQuoted() {
    return words.stream()
        .filter(word -> word.getType() == SQLLexer.BeginDollarStringConstant)
        .mapToInt(Token::getLine)
        .findFirst();
  }

  /** Every node of a kind, in the order of the text. */
  public <T extends ParserRuleContext> List<T> all(Class<T> kind) {
    return within(tree, kind);
  }

  /** Every node of a kind below a node or the node itself, in the order of the text. */
  public static <T extends ParserRuleContext> List<T> within(ParseTree node, Class<T> kind) {
    List<T> found = new ArrayList<>();
    collect(node, kind, found);
    return found;
  }

  /** The nearest node of a kind above a node, or {@code null}. */
  public static <T extends ParserRuleContext> @Nullable T above(
      ParserRuleContext node, Class<T> kind) {
    for (ParserRuleContext at = node.getParent(); at != null; at = at.getParent()) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
    }
    return null;
  }

  /** The line on which a node begins, counted from 1. */
  public static int line(ParserRuleContext node) {
    return node.getStart().getLine();
  }

  /** The text of a node as it is written, comments in it included. */
  public static String source(ParserRuleContext node) {
    Token start = node.getStart();
    Token stop = node.getStop() == null ? start : node.getStop();
    return start.getInputStream().getText(Interval.of(start.getStartIndex(), stop.getStopIndex()));
  }

  // The lexer folds names but not key words, and many key words are good names: "Name" is "name".
  private static void fold(CommonTokenStream words) {
    words.fill();
    for (Token word : words.getTokens()) {
      if (!AS_WRITTEN.contains(word.getType()) && word instanceof WritableToken writable) {
        writable.setText(word.getText().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static <T extends ParserRuleContext> void collect(
      ParseTree node, Class<T> kind, List<T> found) {
    if (kind.isInstance(node)) {
      found.add(kind.cast(node));
    }
    if (node instanceof Function_bodyContext) {
      return; // A body is not run by the change that makes the function.
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      collect(node.getChild(i), kind, found);
    }
  }
}
