package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.Kind;
import com.dotmac.platform.migrator.drift.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one object that is not simply there.
 *
 * @param object kind and name: {@code COLUMN tenants.slug}
 * @param state completable, conflicting or left alone
 * @param expected its definition as the changes make it; {@code null} when they do not know it
 * @param actual its definition in the database; {@code null} when it is missing
 * @param why what is wrong, as a sentence
 * @param check the query that looked for rows in the way; {@code null} when none can be
 * @param rows the first of these rows, by their keys
 * @param sql what completes it, in this order; empty when nothing can
 */
public record ObjectFinding(
    String object,
    State state,
    @Nullable String expected,
    @Nullable String actual,
    String why,
    @Nullable String check,
    List<String> rows,
    List<String> sql) {

  /** Keeps copies of the lists. */
  public ObjectFinding {
    rows = List.copyOf(rows);
    sql = List.copyOf(sql);
  }

  /** Whether it is a foreign key that is to be made. */
  boolean isReference() {
    return expected != null
        && object.startsWith(Kind.CONSTRAINT + " ")
        && expected.contains(" FOREIGN KEY ");
  }

  static ObjectFinding completable(
      Difference difference, String why, @Nullable String check, List<String> sql) {
    return of(difference, State.COMPLETABLE, why, check, List.of(), sql);
  }

  static ObjectFinding conflicting(Difference difference, String why) {
    return of(difference, State.CONFLICTING, why, null, List.of(), List.of());
  }

  static ObjectFinding leftAlone(Difference difference, String why) {
    return of(difference, State.LEFT_ALONE, why, null, List.of(), List.of());
  }

  static ObjectFinding of(
      Difference difference,
      State state,
      String why,
      @Nullable String check,
      List<String> rows,
      List<String> sql) {
    return new ObjectFinding(
        difference.object().identity(),
        state,
        difference.expected() == null ? null : difference.expected().definition(),
        difference.actual() == null ? null : difference.actual().definition(),
        why,
        check,
        rows,
        sql);
  }
}
