package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Repairs what runs in the server: functions, triggers and rules. */
final class RoutineRepair {
  private static final Map<String, String> SWITCHES =
      Map.of("O", "ENABLE", "D", "DISABLE", "R", "ENABLE REPLICA", "A", "ENABLE ALWAYS");

  private RoutineRepair() {}

  static void add(Difference difference, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected == null) {
      remove(difference.object(), steps);
    } else if (actual == null) {
      create(expected, steps);
    } else if (expected.kind() == Kind.FUNCTION) {
      changeFunction(difference, steps);
    } else {
      changeReaction(expected, actual, steps);
    }
  }

  /**
   * Whether the function is dropped and made again, which takes along what rests on it. Replacing
   * one can change neither its kind nor its result nor the names of its arguments, and can add
   * defaults but take none away.
   */
  static boolean isRemade(Difference difference) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    return expected != null
        && actual != null
        && ("AGGREGATE".equals(expected.part("word"))
            || differ("word", expected, actual)
            || differ("returns", expected, actual)
            || differ("arguments", expected, actual)
            || defaults(expected) < defaults(actual));
  }

  static void drop(CatalogObject object, Steps steps) {
    boolean function = object.kind() == Kind.FUNCTION;
    steps.add(function ? Phase.DROP_FUNCTIONS : Phase.DROP_DEPENDANTS, dropping(object));
  }

  static void create(CatalogObject object, Steps steps) {
    if (object.kind() == Kind.FUNCTION) {
      steps.add(Phase.FUNCTIONS, object.definition());
      return;
    }
    if (object.part("inherited") == null) {
      steps.add(Phase.DEPENDANTS, text(object));
    }
    if (!letter(object).equals("O")) {
      turn(object, letter(object), steps);
    }
  }

  private static void remove(CatalogObject object, Steps steps) {
    if (object.part("inherited") != null) {
      turn(object, "O", steps);
      steps.caution("The trigger belongs to the partitioned table, which may have it off as well.");
    } else if (object.kind() == Kind.FUNCTION) {
      // Last: a default, a check or a policy that is repaired before may still call it.
      steps.add(Phase.REMOVALS, dropping(object));
    } else {
      steps.add(Phase.DROP_DEPENDANTS, dropping(object));
    }
  }

  private static void changeFunction(Difference difference, Steps steps) {
    if (isRemade(difference)) {
      drop(Objects.requireNonNull(difference.actual()), steps);
    }
    create(difference.object(), steps);
  }

  private static void changeReaction(CatalogObject expected, CatalogObject actual, Steps steps) {
    if (!text(expected).equals(text(actual))) {
      if (expected.part("constraint") == null && actual.part("constraint") == null) {
        steps.add(
            Phase.DEPENDANTS, "CREATE OR REPLACE " + text(expected).substring("CREATE ".length()));
      } else {
        steps.add(Phase.DROP_DEPENDANTS, dropping(actual));
        steps.add(Phase.DEPENDANTS, text(expected));
      }
    }
    if (!letter(expected).equals(letter(actual))) {
      turn(expected, letter(expected), steps);
    }
  }

  private static void turn(CatalogObject object, String letter, Steps steps) {
    steps.add(
        Phase.SWITCHES,
        "ALTER TABLE %s %s %s %s"
            .formatted(object.parent(), SWITCHES.get(letter), object.kind(), object.name()));
  }

  private static String dropping(CatalogObject object) {
    return object.kind() == Kind.FUNCTION
        ? "DROP " + object.part("word") + " " + object.name()
        : "DROP " + object.kind() + " " + object.name() + " ON " + object.parent();
  }

  private static String text(CatalogObject object) {
    return Objects.requireNonNullElse(object.part("create"), object.definition());
  }

  private static boolean differ(String part, CatalogObject expected, CatalogObject actual) {
    return !Objects.equals(expected.part(part), actual.part(part));
  }

  private static int defaults(CatalogObject function) {
    return Integer.parseInt(Objects.requireNonNullElse(function.part("defaults"), "0"));
  }

  private static String letter(CatalogObject object) {
    @Nullable String letter = object.part("enabled");
    return letter == null ? "O" : letter;
  }
}
