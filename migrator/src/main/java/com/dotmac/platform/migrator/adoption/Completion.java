package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Catalog;
import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.drift.Difference;
import com.dotmac.platform.migrator.drift.Repair;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an object that is not as it should be can be made so without touching a row, and
 * says how.
 */
final class Completion {
  private final Conditions conditions;
  private final RowCheck rows;
  private final Versions versions;
  private final Catalog expected;

  /**
   * @param expected the schema after the last change
   */
  Completion(Conditions conditions, RowCheck rows, Versions versions, Catalog expected) {
    this.conditions = conditions;
    this.rows = rows;
    this.versions = versions;
    this.expected = expected;
  }

  /** What can be done about an object that a change makes and that is missing or differs. */
  ObjectFinding of(Difference difference) throws SQLException {
    CatalogObject object = difference.object();
    return switch (object.kind()) {
      case COLUMN -> column(difference);
      case CONSTRAINT, INDEX -> checked(difference, missingOrOther(difference));
      case TABLE -> table(difference);
      case SCHEMA, EXTENSION, TYPE, FUNCTION, SEQUENCE, VIEW, TRIGGER, RULE ->
          difference.actual() == null
              ? completed(difference, "is missing")
              : ObjectFinding.conflicting(difference, "is there and is another one");
      default -> completed(difference, missingOrOther(difference));
    };
  }

  /** What can be done about an object on a table of ours that no change knows. */
  ObjectFinding ofExtra(Difference difference) {
    CatalogObject object = difference.object();
    return switch (object.kind()) {
      case COLUMN -> extraColumn(difference);
      case TABLE, VIEW, SEQUENCE, TYPE, FUNCTION ->
          ObjectFinding.conflicting(difference, "is there, and a later change has removed it");
      case TRIGGER, RULE ->
          ObjectFinding.conflicting(
              difference, "is on a table of ours, and nobody knows what it does to rows");
      default -> completed(difference, "is on a table of ours and is not of ours");
    };
  }

  /**
   * The same thing under another name, which need only be renamed.
   *
   * @param wanted is missing
   * @param found is not ours
   * @return {@code null} when they are not the same
   */
  @Nullable ObjectFinding renamed(CatalogObject wanted, CatalogObject found) {
    boolean nameable = wanted.kind() == Kind.CONSTRAINT || wanted.kind() == Kind.INDEX;
    if (!nameable || wanted.kind() != found.kind() || !body(wanted).equals(body(found))) {
      return null;
    }
    String sql =
        wanted.kind() == Kind.INDEX
            ? "ALTER INDEX %s RENAME TO %s".formatted(found.name(), wanted.name())
            : "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                .formatted(wanted.parent(), found.name(), wanted.name());
    return ObjectFinding.completable(
        new Difference(wanted, found), "has another name: " + found.name(), null, List.of(sql));
  }

  /** A definition without the name of what it defines. */
  private static String body(CatalogObject object) {
    return switch (object.kind()) {
      case CONSTRAINT ->
          object.definition().replaceFirst(literal("CONSTRAINT " + object.name()), "");
      case INDEX -> object.definition().replaceFirst(literal("INDEX " + object.name() + " ON"), "");
      default -> "";
    };
  }

  private static String literal(String text) {
    return Pattern.quote(text);
  }

  private ObjectFinding column(Difference difference) throws SQLException {
    if (difference.actual() == null) {
      return ObjectFinding.conflicting(difference, "is missing, and its values with it");
    }
    if (conditions.becomesComputed(difference.object())) {
      return computed(difference);
    }
    if (!conditions.typeFits(difference.object())) {
      return ObjectFinding.conflicting(difference, "is of another type");
    }
    return conditions.becomesRequired(difference.object())
        ? checked(difference, "may be NULL")
        : completed(difference, "is defined otherwise");
  }

  // A plain column cannot become a computed one: it is dropped and made again, which loses nothing
  // where each value is the one that will be computed and nothing else goes with the column.
  private ObjectFinding computed(Difference difference) throws SQLException {
    String why = "is a plain column and should be computed";
    List<String> resting = versions.restingOn(difference.object());
    return resting.isEmpty()
        ? checked(difference, why)
        : ObjectFinding.conflicting(
            difference, why + ", and these rest on it: " + String.join(", ", resting));
  }

  private ObjectFinding extraColumn(Difference difference) {
    boolean harmless =
        !conditions.isRequired(difference.object())
            || difference.object().definition().toUpperCase(Locale.ROOT).contains(" DEFAULT ");
    return harmless
        ? ObjectFinding.leftAlone(difference, "is not of ours; it stays, verify will name it")
        : ObjectFinding.conflicting(
            difference, "is not of ours and must be given a value: the application gives none");
  }

  private ObjectFinding table(Difference difference) {
    CatalogObject found = difference.actual();
    if (found == null) {
      List<CatalogObject> columns = expected.of(Kind.COLUMN, difference.object().name());
      return ObjectFinding.completable(
          difference,
          "is missing, with its columns",
          null,
          Repair.ofTable(difference, columns).sqlInTransaction());
    }
    String wanted = difference.object().definition().lines().findFirst().orElse("");
    String there = found.definition().lines().findFirst().orElse("");
    return wanted.equals(there.replace("CREATE UNLOGGED TABLE", "CREATE TABLE"))
        ? completed(difference, "is set up otherwise")
        : ObjectFinding.conflicting(difference, "is a table of another kind");
  }

  private ObjectFinding checked(Difference difference, String why) throws SQLException {
    String query = conditions.violations(difference.object());
    if (query == null || versions.isTableMissing(difference.object())) {
      return completed(difference, why);
    }
    RowCheck.Answer answer = rows.run(query);
    if (answer.count() > 0) {
      return ObjectFinding.of(
          difference,
          State.CONFLICTING,
          why
              + ", and "
              + answer.count()
              + (answer.count() == 1 ? " row is" : " rows are")
              + " in the way",
          query,
          answer.rows(),
          List.of());
    }
    String unknown =
        answer.unknown().isEmpty() ? "" : "; rows were not checked: " + answer.unknown();
    return ObjectFinding.completable(
        difference, why + unknown, query, Repair.of(difference).sqlInTransaction());
  }

  private ObjectFinding completed(Difference difference, String why) {
    List<String> sql = Repair.of(difference).sqlInTransaction();
    return sql.isEmpty()
        ? ObjectFinding.conflicting(difference, why + ", and no SQL is known that mends it")
        : ObjectFinding.completable(difference, why, null, sql);
  }

  private static String missingOrOther(Difference difference) {
    return difference.actual() == null ? "is missing" : "is defined otherwise";
  }
}
