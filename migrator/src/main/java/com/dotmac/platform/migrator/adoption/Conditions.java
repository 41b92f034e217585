package com.dotmac.platform.migrator.adoption;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the rows must fulfil for an object, and whether a column's type can hold them. */
final class Conditions {
  /** Types whose modifier only limits: a larger one, or none, holds every value that is there. */
  private static final Set<String> WIDENED =
      Set.of(
          "character varying",
          "timestamp with time zone",
          "timestamp without time zone",
          "time with time zone",
          "time without time zone",
          "bit varying");

  private final Map<String, Condition> expected = new HashMap<>();
  private final Map<String, Condition> actual = new HashMap<>();

  Conditions(List<Condition> expected, List<Condition> actual) {
    expected.forEach(condition -> this.expected.put(condition.identity(), condition));
    actual.forEach(condition -> this.actual.put(condition.identity(), condition));
  }

  /** The query that selects rows in the way of an object, or {@code null}. */
  @Nullable String violations(CatalogObject object) {
    Condition condition = expected.get(object.identity());
    return condition == null ? null : condition.violations();
  }

  /** Whether a column must get NOT NULL that it has not. */
  boolean becomesRequired(CatalogObject column) {
    Condition wanted = expected.get(column.identity());
    Condition found = actual.get(column.identity());
    return wanted != null && found != null && wanted.required() && !found.required();
  }

  /** Whether a column that is to be computed is there as a plain one of the same type. */
  boolean becomesComputed(CatalogObject column) {
    Condition wanted = expected.get(column.identity());
    Condition found = actual.get(column.identity());
    return column.part("generated") != null
        && wanted != null
        && found != null
        && "".equals(found.nature())
        && Objects.equals(wanted.type(), found.type())
        && wanted.modifier() == found.modifier();
  }

  /** Whether a column of the database holds a row even when nobody gives it a value. */
  boolean isRequired(CatalogObject column) {
    Condition found = actual.get(column.identity());
    return found != null && found.required();
  }

  /** Whether the column is of the right type, or of a narrower one that can be widened. */
  boolean typeFits(CatalogObject column) {
    Condition wanted = expected.get(column.identity());
    Condition found = actual.get(column.identity());
    if (wanted == null || found == null) {
      return false;
    }
    return Objects.equals(wanted.type(), found.type())
        && Objects.equals(wanted.nature(), found.nature())
        && modifierFits(wanted, found);
  }

  private static boolean modifierFits(Condition wanted, Condition found) {
    if (wanted.modifier() == found.modifier()) {
      return true;
    }
    boolean wider = wanted.modifier() < 0 || wanted.modifier() > found.modifier();
    return found.modifier() >= 0 && wider && WIDENED.contains(String.valueOf(wanted.type()));
  }
}
