package com.dotmac.platform.it.configuration;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must be said of each setting; each answer is a fault in a sentence. */
final class SettingsRule {
  /**
   * Values that stand for the shape of the file: kinds and names of its parts, and what our code or
   * the promise of the platform hangs on. Whoever needs another one writes a file of his own.
   */
  static final Set<String> SHAPE =
      Set.of(
          "server.applicationConnectors.type",
          "server.adminConnectors.type",
          "server.requestLog.type",
          "database.driverClass",
          "database.checkConnectionOnBorrow",
          "database.validationQuery",
          "database.autoCommentsEnabled",
          "database.properties.ApplicationName",
          "health.delayedShutdownHandlerEnabled",
          "health.healthChecks.name",
          "health.healthChecks.type",
          "health.healthChecks.critical",
          "health.healthChecks.schedule.checkInterval",
          "health.healthChecks.schedule.downtimeInterval",
          "health.healthChecks.schedule.failureAttempts",
          "health.healthChecks.schedule.successAttempts",
          "logging.appenders.type",
          "logging.appenders.target",
          "logging.appenders.layout.type");

  private SettingsRule() {}

  static List<String> faults(List<Setting> settings) {
    return settings.stream().flatMap(SettingsRule::faults).toList();
  }

  private static Stream<String> faults(Setting setting) {
    Stream<String> meaning =
        setting.meaning().isEmpty()
            ? Stream.of(
                setting.key()
                    + " has no meaning: say it in the comment of its getter, or above it in the file")
            : Stream.empty();
    Stream<String> variable =
        setting.variable() == null && !isShape(setting.key())
            ? Stream.of(
                setting.key() + " has no variable: give it ${NAME:-default} in the packaged file")
            : Stream.empty();
    return Stream.concat(meaning, variable);
  }

  private static boolean isShape(String key) {
    // What a logger of a library is turned down to is ours to know.
    return SHAPE.contains(key)
        || (key.startsWith("logging.loggers.") && !key.endsWith("http.access"));
  }
}
