package com.dotmac.platform.it.bench;

import com.dotmac.platform.it.harness.TestDatabase;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What the figures were measured on, in one line. */
final class Machine {
  private Machine() {}

  static String describe(TestDatabase database) throws SQLException {
    try (Connection connection = database.connectAsOwner()) {
      return String.format(
          Locale.ROOT,
          "%s %s, %d processors, load %.1f, Java %s (%s), PostgreSQL %s without fsync",
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          load(),
          System.getProperty("java.version"),
          System.getProperty("java.vm.vendor"),
          connection.getMetaData().getDatabaseProductVersion());
    }
  }

  /** Of the last minute. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
