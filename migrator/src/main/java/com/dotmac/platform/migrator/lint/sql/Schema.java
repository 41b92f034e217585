package com.dotmac.platform.migrator.lint.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Column_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_function_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Validate_constraintContext;

/**
 * What former changes left behind, as far as rules ask for it: types of columns, key columns of
 * indexes, checks that hold for every row, functions. A change that is not parsed leaves nothing
 * here, and a rule that finds nothing stays silent.
 */
public final class Schema {
  private final Map<String, SqlType> types;
  private final Map<String, List<List<String>>> keys;
  private final Map<String, String> checks;
  private final Set<String> validated;
  private final Map<String, Set<String>> functions;

  private Schema(
      Map<String, SqlType> types,
      Map<String, List<List<String>>> keys,
      Map<String, String> checks,
      Set<String> validated,
      Map<String, Set<String>> functions) {
    this.types = types;
    this.keys = keys;
    this.checks = checks;
    this.validated = validated;
    this.functions = functions;
  }

  /** Of a database in which nothing was made yet. */
  public static Schema empty() {
    return new Schema(Map.of(), Map.of(), Map.of(), Set.of(), Map.of());
  }

  /** The same after a change. */
  public Schema after(Structure change) {
    Schema next =
        new Schema(
            new HashMap<>(types),
            new HashMap<>(keys),
            new HashMap<>(checks),
            new HashSet<>(validated),
            new HashMap<>(functions));
    change.columns().forEach(column -> next.types.put(column.path(), column.type()));
    change.actions().forEach(next::alter);
    change.constraints().forEach(next::add);
    change
        .indexes()
        .forEach(
            index -> {
              if (!index.partial()) {
                next.addKey(index.table(), index.columns());
              }
            });
    for (Validate_constraintContext validated :
        change.sql().all(Validate_constraintContext.class)) {
      next.validated.add(Names.of(validated.constraint_name));
    }
    for (Create_function_statementContext function :
        change.sql().all(Create_function_statementContext.class)) {
      next.functions.merge(function(function), Set.of(arguments(function)), joining(Schema::union));
    }
    return next;
  }

  /** The type of a column, or {@code null} when no former change made it. */
  public @Nullable SqlType type(String table, String column) {
    return types.get(table + "." + column);
  }

  /** Whether a key or a whole index of a table begins with these columns, in any order. */
  public boolean covers(String table, List<String> columns) {
    return keys.getOrDefault(table, List.of()).stream()
        .anyMatch(
            key ->
                key.size() >= columns.size()
                    && Set.copyOf(key.subList(0, columns.size())).equals(Set.copyOf(columns)));
  }

  /** Whether a validated check of a table says that a column is never null. */
  public boolean neverNull(String table, String column) {
    String wanted = (column + "isnotnull").toLowerCase(Locale.ROOT);
    return checks.entrySet().stream()
        .anyMatch(
            check ->
                check.getKey().startsWith(table + ".")
                    && check.getValue().equals(wanted)
                    && validated.contains(check.getKey().substring(table.length() + 1)));
  }

  /** Whether a table has any check that holds for every row. */
  public boolean hasValidatedCheck(String table) {
    return checks.keySet().stream()
        .anyMatch(
            check ->
                check.startsWith(table + ".")
                    && validated.contains(check.substring(table.length() + 1)));
  }

  /** The argument lists under which a function is known; empty when it is not. */
  public Set<String> argumentLists(String function) {
    return functions.getOrDefault(function, Set.of());
  }

  /** The name of a function that is made. */
  public static String function(Create_function_statementContext function) {
    return Names.of(function.function_parameters().schema_qualified_name());
  }

  /** The types of its arguments, as they are written. */
  public static String arguments(Create_function_statementContext function) {
    return String.join(
        ", ",
        function.function_parameters().function_args().function_arguments().stream()
            .map(argument -> SqlType.of(argument.data_type()).name())
            .toList());
  }

  private void alter(TableAction action) {
    Column_actionContext column = action.tree().column_action();
    if (column != null && column.data_type() != null) {
      types.put(
          action.table() + "." + action.tree().column.getText(), SqlType.of(column.data_type()));
    }
    if (action.tree().DROP() != null && action.tree().column != null && column == null) {
      types.remove(action.table() + "." + action.tree().column.getText());
    }
  }

  private void add(Constraint constraint) {
    switch (constraint.kind()) {
      case PRIMARY_KEY, UNIQUE -> addKey(constraint.table(), constraint.columns());
      case CHECK -> {
        String name = String.valueOf(constraint.name());
        checks.put(
            constraint.table() + "." + name,
            constraint.tree().constr_body().expression.getText().toLowerCase(Locale.ROOT));
        if (!constraint.notValid()) {
          validated.add(name);
        }
      }
      case FOREIGN_KEY, EXCLUSION -> {
        // Neither gives an index that begins with plain columns.
      }
    }
  }

  private void addKey(String table, List<String> columns) {
    keys.merge(table, List.of(columns), joining(Schema::joined));
  }

  private static <T> BiFunction<T, T, T> joining(BiFunction<T, T, T> join) {
    return join;
  }

  private static List<List<String>> joined(List<List<String>> left, List<List<String>> right) {
    List<List<String>> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> both = new HashSet<>(left);
    both.addAll(right);
    return both;
  }
}
