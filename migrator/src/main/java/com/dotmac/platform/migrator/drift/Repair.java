package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that makes the actual side of a difference into the expected one. Each statement is
 * written to be run by itself, outside a transaction: {@code CREATE INDEX CONCURRENTLY} wants that,
 * and what only needs a short lock then holds it for a short time.
 *
 * @param statements in the order in which they run, without final semicolons; empty when SQL alone
 *     cannot do it
 * @param caution what may stand in the way, or is lost, or has to be done by hand; {@code null}
 *     when nothing is
 */
public record Repair(List<Statement> statements, @Nullable String caution) {

  private static final Set<Phase> INDEXED =
      EnumSet.of(Phase.DROP_INDEXES, Phase.DROP_CONSTRAINTS, Phase.CONSTRAINTS, Phase.INDEXES);

  /** In what order the statements of several repairs run. */
  static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::phase).thenComparing(Statement::order);

  /** Keeps a copy of the statements. */
  public Repair {
    statements = List.copyOf(statements);
  }

  /**
   * One statement of a repair.
   *
   * @param phase when it runs among the statements of several repairs
   * @param order its place within the phase: a view comes after those it reads
   * @param sql without a final semicolon
   * @param destroys whether data goes with it
   */
  public record Statement(Phase phase, int order, String sql, boolean destroys) {}

  /**
   * The repair of one difference by itself, run by the owner of the schema. It does not look at
   * what rests on the object; {@link RepairPlan} does.
   */
  public static Repair of(Difference difference) {
    return of(difference, "CURRENT_ROLE");
  }

  /** The same repair with the statements of one phase in another. */
  Repair moved(Phase from, Phase to) {
    return new Repair(
        statements.stream()
            .map(
                each ->
                    each.phase() == from
                        ? new Statement(to, each.order(), each.sql(), each.destroys())
                        : each)
            .sorted(ORDER)
            .toList(),
        caution);
  }

  /** The statements as text, in order. */
  public List<String> sql() {
    return statements.stream().map(Statement::sql).toList();
  }

  /**
   * The statements as text, in order, for one transaction: an index is made and dropped there
   * without {@code CONCURRENTLY}, which PostgreSQL allows outside of one only.
   */
  public List<String> sqlInTransaction() {
    return statements.stream()
        .map(
            statement ->
                INDEXED.contains(statement.phase())
                    ? statement.sql().replaceFirst(" CONCURRENTLY ", " ")
                    : statement.sql())
        .toList();
  }

  /**
   * The repair of a missing table, with its columns.
   *
   * @param table a difference whose actual side is not there
   * @param columns as they should be, in order
   */
  public static Repair ofTable(Difference table, List<CatalogObject> columns) {
    Steps steps = new Steps();
    TableRepair.add(table, columns, steps);
    return steps.repair();
  }

  /**
   * The repair of one difference by itself.
   *
   * @param owner who is to own the schema, as SQL names a role
   */
  static Repair of(Difference difference, String owner) {
    Steps steps = new Steps();
    CatalogObject object = difference.object();
    switch (object.kind()) {
      case SCHEMA, EXTENSION -> FrameRepair.add(difference, steps);
      case TYPE -> TypeRepair.add(difference, steps);
      case FUNCTION, TRIGGER, RULE -> RoutineRepair.add(difference, steps);
      case SEQUENCE -> SequenceRepair.add(difference, steps);
      case TABLE -> TableRepair.add(difference, List.of(), steps);
      case COLUMN -> ColumnRepair.add(difference, steps);
      case CONSTRAINT -> ConstraintRepair.add(difference, steps);
      case INDEX -> IndexRepair.add(difference, steps);
      case VIEW, STATISTICS -> ViewRepair.add(difference, steps);
      case POLICY -> PolicyRepair.add(difference, owner, steps);
      case OWNER, GRANT, DEFAULT_PRIVILEGE -> RightsRepair.add(difference, owner, steps);
      case COMMENT -> CommentRepair.add(difference, steps);
    }
    return steps.repair();
  }
}
