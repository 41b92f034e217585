package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import com.dotmac.platform.migrator.catalog.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Repairs who owns a thing and who may use it. */
final class RightsRepair {
  private static final String OWNER = "OWNER";
  private static final String ALL = "ALL";
  private static final String BETWEEN = ", ";

  private RightsRepair() {}

  static void add(Difference difference, String owner, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (difference.object().kind() == Kind.OWNER) {
      steps.add(
          Phase.TAKE_OVER,
          expected == null
              ? "ALTER " + difference.object().part("on") + " OWNER TO " + owner
              : expected.definition());
      steps.caution("Needs a superuser, or a role that is a member of both owners.");
    } else if (expected == null) {
      turn(
          difference.object(),
          rights(difference.object()),
          !gives(difference.object()),
          owner,
          steps);
    } else if (actual == null) {
      turn(expected, rights(expected), gives(expected), owner, steps);
    } else {
      change(expected, actual, owner, steps);
    }
  }

  /** The roles of a list, with the owner by name. */
  static String named(String roles, String owner) {
    return Arrays.stream(roles.split(BETWEEN, -1))
        .map(role -> role.equals(OWNER) ? owner : role)
        .collect(Collectors.joining(BETWEEN));
  }

  /** Gives again what a column has by itself. */
  static void give(CatalogObject grant, String owner, Steps steps) {
    turn(grant, rights(grant), true, owner, steps);
  }

  private static void change(
      CatalogObject expected, CatalogObject actual, String owner, Steps steps) {
    List<String> surplus = new ArrayList<>(rights(actual));
    List<String> lacking = new ArrayList<>(rights(expected));
    if (!surplus.contains(ALL) && !lacking.contains(ALL)) {
      surplus.removeAll(rights(expected));
      lacking.removeAll(rights(actual));
    }
    turn(actual, surplus, !gives(actual), owner, steps);
    turn(expected, lacking, gives(expected), owner, steps);
  }

  private static void turn(
      CatalogObject object, List<String> rights, boolean give, String owner, Steps steps) {
    if (rights.isEmpty()) {
      return;
    }
    String place = object.part("place");
    String who = named(Objects.requireNonNull(object.part("who")), owner);
    String option = give && object.part("option") != null ? " " + object.part("option") : "";
    steps.add(
        give ? Phase.GRANTS : Phase.REVOKES,
        "%s%s %s ON %s %s %s%s"
            .formatted(
                place == null ? "" : place + " ",
                give ? "GRANT" : "REVOKE",
                String.join(BETWEEN, rights),
                object.part("on"),
                give ? "TO" : "FROM",
                who,
                option));
  }

  private static boolean gives(CatalogObject object) {
    return "GRANT".equals(object.part("verb"));
  }

  private static List<String> rights(CatalogObject object) {
    return List.of(Objects.requireNonNull(object.part("rights")).split(BETWEEN, -1));
  }
}
