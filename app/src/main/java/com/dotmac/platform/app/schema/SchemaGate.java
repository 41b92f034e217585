package com.dotmac.platform.app.schema;

import com.dotmac.platform.app.PlatformConfiguration;
import com.dotmac.platform.domain.schema.RequiredCatalog;
import com.dotmac.platform.domain.schema.RequiredSchema;
import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to start on a database that is not the one this build needs, or with a role that could
 * change it; waits, within bounds, for a migrator that is at work.
 *
 * <p>It is the first bundle: before Hibernate, before any pool, before a port is opened.
 */
public final class SchemaGate implements ConfiguredBundle<PlatformConfiguration> {

  private static final Logger LOGGER = LoggerFactory.getLogger(SchemaGate.class);

  private static final int REFUSED = 6;
  private static final long POLL_MILLISECONDS = 250;

  private final SchemaJudgement judgement;

  /**
   * A gate for a build.
   *
   * @param required the changes that the build needs
   * @param catalog what they make
   */
  public SchemaGate(RequiredSchema required, RequiredCatalog catalog) {
    judgement = new SchemaJudgement(required, catalog);
  }

  /**
   * Looks at the database of the configuration.
   *
   * @throws SchemaRefusedException if the application must not start on it
   */
  @Override
  public void run(PlatformConfiguration configuration, Environment environment) {
    SchemaConnections connections = new SchemaConnections(configuration.getDatabase());
    SchemaSettings settings = configuration.getSchema();
    try (Connection connection = connections.open()) {
      SchemaReport report = await(connection, settings);
      if (report.state() != SchemaState.DRIFTED) {
        refuseUnlessFit(report, settings);
      }
      // A role that is too strong has rights that no change gave: that is said in its own words.
      refuseUnlessWeak(RoleRights.read(connection));
      refuseUnlessFit(report, settings);
      tell(report);
    } catch (SQLException e) {
      throw new SchemaRefusedException(
          message(configuration.getDatabase().getUser(), connections.address(), e),
          SchemaState.UNREACHABLE.exitCode());
    }
  }

  /** What is found at last: at once, or when the migrator has ended or the time is up. */
  private SchemaReport await(Connection connection, SchemaSettings settings) throws SQLException {
    Duration patience = settings.getWaitForMigrator().toJavaDuration();
    long started = System.nanoTime();
    SchemaReport report = judgement.of(SchemaQuery.ask(connection));
    if (report.state() == SchemaState.AWAITING_MIGRATION && !patience.isZero()) {
      LOGGER.info("{} Waiting up to {} s for it.", report.detail(), patience.toSeconds());
    }
    while (report.state() == SchemaState.AWAITING_MIGRATION
        && System.nanoTime() - started < patience.toNanos()) {
      pause();
      report = judgement.of(SchemaQuery.ask(connection));
    }
    return report;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SchemaRefusedException(
          "Interrupted while waiting for a migrator.", SchemaState.AWAITING_MIGRATION.exitCode());
    }
  }

  private static void tell(SchemaReport report) {
    if (report.state() == SchemaState.BEHIND_TOLERATED) {
      LOGGER.warn("Schema gate: {}", report.message());
    } else if (report.state().healthy()) {
      LOGGER.debug("Schema gate: {}", report.message());
    } else {
      LOGGER.warn("Started in spite of it: {}", report.message());
    }
  }

  private static void refuseUnlessFit(SchemaReport report, SchemaSettings settings) {
    if (!settings.starts(report.state())) {
      String wayOut =
          report.state() == SchemaState.DRIFTED
              ? " To start in spite of it: SCHEMA_ON_DRIFT=report"
              : "";
      throw new SchemaRefusedException(report.message() + wayOut, report.state().exitCode());
    }
  }

  private static void refuseUnlessWeak(RoleRights rights) {
    if (!rights.excess().isEmpty()) {
      throw new SchemaRefusedException(
          "The role "
              + rights.role()
              + " "
              + String.join(", ", rights.excess())
              + ". The app must connect as a role that can use tables and change none: dotmac_app.",
          REFUSED);
    }
  }

  private static String message(String user, String address, SQLException e) {
    String reason = SchemaConnections.reason(e);
    if ("42501".equals(e.getSQLState())) {
      return "The role "
          + user
          + " may not read the history of changes ("
          + reason
          + "). Connect as dotmac_app, or grant it: GRANT dotmac_app TO "
          + user
          + ";";
    }
    return "The database at "
        + address
        + " does not answer: "
        + reason
        + ". "
        + SchemaState.UNREACHABLE.remedy();
  }
}
