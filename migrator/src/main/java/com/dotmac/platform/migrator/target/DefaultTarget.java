package com.dotmac.platform.migrator.target;

import com.dotmac.platform.migrator.outcome.Refusal;
import java.util.Map;

/**
 * The target of a run without a configuration file, without reading one: what the packaged {@code
 * config/migrator.yml} says, as constants. A test proves that the two say the same.
 */
public final class DefaultTarget {
  private static final String URL = "jdbc:postgresql://localhost:5432/dotmac";
  private static final String USER = "dotmac_owner";

  private DefaultTarget() {}

  /** Whether nothing on the command line of Java overrides a field of the configuration. */
  public static boolean isPlain() {
    for (Object name : System.getProperties().keySet()) {
      if (String.valueOf(name).startsWith("dw.")) {
        return false;
      }
    }
    return true;
  }

  /**
   * The target that an environment names; an empty variable counts as unset.
   *
   * @param environment variables, as of a process
   * @throws Refusal when the address is not one of a PostgreSQL database
   */
  public static Target of(Map<String, String> environment) {
    return DatabaseUrl.parse(
        value(environment, "DATABASE_URL", URL),
        value(environment, "DATABASE_USER", USER),
        value(environment, "DATABASE_PASSWORD", ""),
        Map.of());
  }

  private static String value(Map<String, String> environment, String name, String otherwise) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
