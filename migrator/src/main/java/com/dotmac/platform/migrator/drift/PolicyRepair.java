package com.dotmac.platform.migrator.drift;

import com.dotmac.platform.migrator.catalog.CatalogObject;
import java.util.Objects;

/** Repairs policies; where it can be, without a moment in which there is none. */
final class PolicyRepair {
  private PolicyRepair() {}

  static void add(Difference difference, String owner, Steps steps) {
    CatalogObject expected = difference.expected();
    CatalogObject actual = difference.actual();
    if (expected != null && actual != null && isAlterable(expected, actual)) {
      steps.add(
          Phase.DEPENDANTS,
          "ALTER POLICY %s ON %s%s"
              .formatted(expected.name(), expected.parent(), terms(expected, owner, true)));
      return;
    }
    if (actual != null) {
      drop(actual, steps);
    }
    if (expected != null) {
      create(expected, owner, steps);
    }
  }

  static void drop(CatalogObject policy, Steps steps) {
    steps.add(Phase.DROP_DEPENDANTS, "DROP POLICY " + policy.name() + " ON " + policy.parent());
  }

  static void create(CatalogObject policy, String owner, Steps steps) {
    steps.add(
        Phase.DEPENDANTS,
        "CREATE POLICY %s ON %s%s%s"
            .formatted(
                policy.name(),
                policy.parent(),
                Objects.requireNonNullElse(policy.part("form"), ""),
                terms(policy, owner, false)));
  }

  // ALTER POLICY can neither change what a policy is for nor take an expression away.
  private static boolean isAlterable(CatalogObject expected, CatalogObject actual) {
    return Objects.equals(expected.part("form"), actual.part("form"))
        && (expected.part("using") != null || actual.part("using") == null)
        && (expected.part("check") != null || actual.part("check") == null);
  }

  private static String terms(CatalogObject policy, String owner, boolean spelled) {
    String roles = policy.part("roles");
    StringBuilder terms = new StringBuilder();
    if (roles != null) {
      terms.append(" TO ").append(RightsRepair.named(roles, owner));
    } else if (spelled) {
      terms.append(" TO PUBLIC");
    }
    if (policy.part("using") != null) {
      terms.append(" USING ").append(policy.part("using"));
    }
    if (policy.part("check") != null) {
      terms.append(" WITH CHECK ").append(policy.part("check"));
    }
    return terms.toString();
  }
}
