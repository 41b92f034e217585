package com.dotmac.platform.migrator.changelog;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.lockservice.LockServiceFactory;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * Runs code of Liquibase without its talk: no banner, no messages of its own to a person, and no
 * report of its use to anybody.
 */
public final class QuietLiquibase {
  /**
   * Stands in {@code lockedby} of Liquibase's lock row when a migrator has set it: a row without it
   * is that of another tool.
   */
  public static final String LOCK_MARK = "#dotmac-migrator";

  /** The property from which Liquibase takes what it writes beside the name of the host. */
  static final String HOST_DESCRIPTION = "liquibase.hostDescription";

  static {
    // Liquibase reads it once, when it first locks, from nowhere else; and puts the # before it.
    System.setProperty(HOST_DESCRIPTION, LOCK_MARK.substring(1));
  }

  /** Held here, or the garbage collector takes the logger and with it what was set. */
  private static final Logger LOGGER = Logger.getLogger("liquibase");

  private QuietLiquibase() {}

  /** Turns off what Liquibase logs, for a run whose logging nobody has configured. */
  public static void silence() {
    LOGGER.setLevel(Level.OFF);
  }

  /** Leaves it to the configured logging what of Liquibase's talk is written, and where. */
  public static void unsilence() {
    LOGGER.setLevel(null);
  }

  /** Loads what every use of Liquibase needs, for who has nothing better to do. */
  public static void prepare() {
    ChangeLogParserFactory.getInstance();
    SqlGeneratorFactory.getInstance();
    LockServiceFactory.getInstance();
  }

  /**
   * What the work returns.
   *
   * @param files where Liquibase looks for change files
   * @throws RuntimeException as the work throws it; its checked exceptions come wrapped in {@link
   *     IllegalStateException}
   */
  public static <T> T call(ResourceAccessor files, Callable<T> work) {
    Map<String, Object> settings =
        Map.of(
            Scope.Attr.ui.name(),
            new SilentUi(),
            Scope.Attr.resourceAccessor.name(),
            files,
            "liquibase.analytics.enabled",
            false,
            "liquibase.showBanner",
            false);
    try {
      return Scope.child(
          settings,
          () -> {
            Settings.leaveOutUnused();
            return work.call();
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
